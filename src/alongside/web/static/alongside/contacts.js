// Plus and minus beside a number. Without this, the number is typed.

function button(sign, label) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "stepper__step";
  made.textContent = sign;
  made.setAttribute("aria-label", label);
  return made;
}

for (const holder of document.querySelectorAll("[data-stepper]")) {
  const input = holder.querySelector("input");
  const label = document.querySelector(`label[for="${input.id}"]`)?.textContent ?? "";
  const step = (by) => {
    const next = Math.max(0, Number(input.value || 0) + by);
    input.value = next || "";
    input.dispatchEvent(new Event("input", { bubbles: true }));
  };
  const less = button("−", `− ${label}`);
  const more = button("+", `+ ${label}`);
  less.addEventListener("click", () => step(-1));
  more.addEventListener("click", () => step(1));
  input.before(less);
  input.after(more);
}

// Where there is room, nothing to tick or to write is folded away.
if (matchMedia("(min-width: 60rem)").matches) {
  for (const fold of document.querySelectorAll(".contact-form details[data-wide]")) fold.open = true;
}

// Enter in a box (a phone's "Go") saves at once where there are no scripts; with them it does nothing.
document.querySelector(".contact-form")?.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && event.target.matches("input:not(#find)")) event.preventDefault();
});
