// Small comforts. Every page works without them.

const A_MOMENT = 4000;

// What was typed and not yet sent is lost when the language changes: ask first.
let has_typed = false;
document.addEventListener("input", (event) => {
  if (event.target.closest("main form")) has_typed = true;
});
document.addEventListener("submit", (event) => {
  const ask = event.target.dataset.ask;
  if (!ask || !has_typed || confirm(ask)) return;
  event.preventDefault();
  event.stopImmediatePropagation();
});

// A second tap on the same button sends nothing twice. The button stays as it is: it is
// never disabled, and comes back to life by itself.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.method !== "post" || form.matches("[data-again], [hx-post]")) return;
  const sent = Number(form.dataset.sentAt || 0);
  if (Date.now() - sent < A_MOMENT) {
    event.preventDefault();
    return;
  }
  form.dataset.sentAt = String(Date.now());
});

// Back in the history: the form may be sent again.
window.addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[data-sent-at]")) delete form.dataset.sentAt;
});

// After an error, reading starts at the summary.
document.querySelector("[data-focus]")?.focus();

// The card for emergencies closes with Escape.
document.addEventListener("keydown", (event) => {
  const card = document.querySelector(".help-now[open]");
  if (event.key !== "Escape" || !card) return;
  card.open = false;
  card.querySelector("summary").focus();
});
