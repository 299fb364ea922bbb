// A room stays up to date by itself: it asks for two numbers, and for the page when they changed.
// Without scripts the link "See what is new" does the same.

const EVERY = 1000; // milliseconds between two questions
const LISTS = 4000; // lists that grow are fetched this often at most
const AWAKE = 5 * 60 * 1000; // the page of whoever leads is fetched this often at least
const SLOWEST = 15000;

const live = () => document.getElementById("live");
let seen = live()?.dataset.seen;
let fetched = Date.now();
let wait = EVERY;

const version = (pulse) => pulse.split(".")[0];
const soon = () => Math.random() * 250; // so that forty phones do not ask at the same instant

async function ask() {
  const { pulse, all, lists } = live().dataset;
  const answer = await fetch(pulse, {
    cache: "no-store",
    credentials: "omit",
    headers: { "If-None-Match": `"${seen}"` },
  });
  if (answer.status === 304) return needsWaking(all) ? fetchPage() : undefined;
  if (!answer.ok) throw new Error(answer.status);
  const now = await answer.text();
  const isNew = version(now) !== version(seen);
  const mayWait = lists === undefined && all === undefined;
  if (isNew || (!mayWait && Date.now() - fetched > (all === undefined ? LISTS : EVERY))) {
    await new Promise((done) => setTimeout(done, soon()));
    await fetchPage();
  }
}

const needsWaking = (all) => all !== undefined && Date.now() - fetched > AWAKE;

async function fetchPage() {
  const answer = await fetch(location.href, { cache: "no-store" });
  if (!answer.ok || answer.redirected) throw new Error(answer.status);
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const fresh = page.getElementById("live");
  if (!fresh) throw new Error("not this page");
  replaceParts(fresh);
  seen = fresh.dataset.seen;
  Object.assign(live().dataset, { seen });
  for (const name of ["lists", "all"]) {
    if (name in fresh.dataset) live().dataset[name] = "";
    else delete live().dataset[name];
  }
  fetched = Date.now();
}

// Each part is replaced only if it changed. One in which something was typed stays as it is, so
// that no word is lost.
function replaceParts(fresh) {
  const here = new Map(parts(live()));
  const there = new Map(parts(fresh));
  for (const [name, part] of there) {
    const old = here.get(name);
    if (!old) place(part, [...there.keys()], name);
    else if (!isTypedIn(old) && told(old) !== told(part)) replace(old, part);
  }
  for (const [name, part] of here) {
    if (!there.has(name) && !isTypedIn(part)) part.remove();
  }
}

// What a part says, without what is new in each copy of the page, or opened or counted here.
function told(part) {
  const copy = part.cloneNode(true);
  for (const box of copy.querySelectorAll("input[type=hidden]")) {
    if (["csrfmiddlewaretoken", "id"].includes(box.name)) box.remove();
  }
  for (const one of copy.querySelectorAll("details[open]")) one.removeAttribute("open");
  for (const timer of copy.querySelectorAll("[data-until]")) {
    timer.textContent = "";
    timer.className = "timer";
  }
  return copy.outerHTML;
}

// What was unfolded stays so, and whoever goes by keyboard stays where they were.
function replace(old, part) {
  const folds = [...part.querySelectorAll("details")];
  for (const [at, fold] of [...old.querySelectorAll("details")].entries()) {
    if (fold.open && folds[at]) folds[at].open = true;
  }
  const stops = "a, button, input, select, textarea, summary";
  const at = [...old.querySelectorAll(stops)].indexOf(document.activeElement);
  old.replaceWith(part);
  if (at >= 0) part.querySelectorAll(stops)[at]?.focus();
}

const parts = (root) =>
  [...root.querySelectorAll("[data-part]")]
    .filter((part) => part.dataset.part !== "offline")
    .map((part) => [part.dataset.part, part]);

function place(part, order, name) {
  const before = order.slice(0, order.indexOf(name)).reverse();
  for (const one of before) {
    const there = live().querySelector(`[data-part="${one}"]`);
    if (there) return there.after(part);
  }
  live().append(part);
}

const isTypedIn = (part) => part.dataset.typed !== undefined || part.contains(focusedBox());

function focusedBox() {
  const box = document.activeElement;
  return box?.matches("textarea, input:not([type=hidden])") ? box : null;
}

document.addEventListener("input", (event) => {
  const part = event.target.closest("[data-part]");
  if (part) part.dataset.typed = "";
});

function tellOffline(isOffline) {
  const line = document.querySelector('[data-part="offline"]');
  if (line) line.hidden = !isOffline;
}

async function goOn() {
  try {
    if (!document.hidden) await ask();
    tellOffline(false);
    wait = EVERY;
  } catch {
    tellOffline(true);
    wait = Math.min(wait * 2, SLOWEST);
  }
  setTimeout(goOn, wait);
}

// A countdown of what the server says; without scripts the hour stands there.
function tick() {
  for (const timer of document.querySelectorAll("[data-until]")) {
    const left = Math.max(0, Math.round((new Date(timer.dataset.until) - Date.now()) / 1000));
    timer.textContent = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")}`;
    timer.classList.toggle("timer--over", left === 0);
  }
}

if (live()) {
  document.addEventListener("visibilitychange", () => document.hidden || ask().catch(() => {}));
  setTimeout(goOn, EVERY);
  setInterval(tick, 500);
  tick();
}
