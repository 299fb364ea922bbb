// Reading the picture of a walk sign by sign: by arrow keys, by two buttons, or by a tap. The words
// are those of the table's rows. Without this, the table is read instead.

const place = document.querySelector("[data-walk]");
const svg = place?.querySelector("svg.walk");
const box = place?.querySelector("[data-walk-read]");

const words = (row) => {
  const cells = [...row.cells].map((cell) => cell.textContent.trim().replace(/\s+/g, " "));
  return [row.closest("[data-year]").dataset.year, ...cells].filter(Boolean).join(" · ");
};

/** Each sign's number → the words of its rows. */
function wordsIn(page) {
  const told = new Map();
  for (const row of page.querySelectorAll("tr[data-mark]")) {
    const before = told.get(row.dataset.mark) ?? [];
    told.set(row.dataset.mark, [...before, words(row)]);
  }
  return told;
}

/** The signs from the earliest day to the latest. */
function signs() {
  const all = [...svg.querySelectorAll(".marks > *")].map((sign, number) => {
    const at = sign.getBBox();
    return { number: String(number), x: at.x + at.width / 2, y: at.y + at.height / 2 };
  });
  return all.sort((a, b) => a.y - b.y || a.x - b.x);
}

function start() {
  const all = signs();
  if (!all.length) return;
  const told = box.querySelector("output");
  const ring = document.createElementNS("http://www.w3.org/2000/svg", "circle");
  ring.setAttribute("class", "walk__ring");
  ring.setAttribute("r", "9");
  let rows = wordsIn(document);
  let whole = null;
  let here = -1;

  // A long walk's table stands on the page a year at a time: the rest is fetched when it is asked for.
  const wordsOf = async ({ number }) => {
    if (!rows.has(number)) {
      whole ??= fetch(place.dataset.walk).then((answer) => answer.text());
      rows = wordsIn(new DOMParser().parseFromString(await whole, "text/html"));
    }
    return rows.get(number) ?? [];
  };
  const go = async (to) => {
    here = Math.min(Math.max(to, 0), all.length - 1);
    const sign = all[here];
    ring.setAttribute("cx", sign.x);
    ring.setAttribute("cy", sign.y);
    svg.append(ring);
    box.classList.add("walk-read--used");
    const lines = await wordsOf(sign);
    if (sign !== all[here]) return;
    told.replaceChildren(
      ...lines.map((line) => Object.assign(document.createElement("p"), { textContent: line })),
    );
  };
  const step = (by) => go(here < 0 && by < 0 ? all.length - 1 : here + by);
  const keys = {
    ArrowDown: () => step(1),
    ArrowRight: () => step(1),
    ArrowUp: () => step(-1),
    ArrowLeft: () => step(-1),
    Home: () => go(0),
    End: () => go(all.length - 1),
  };

  box.hidden = false;
  place.tabIndex = 0;
  place.setAttribute("role", "group");
  place.setAttribute("aria-label", svg.getAttribute("aria-label"));
  place.addEventListener("keydown", (event) => {
    const act = keys[event.key];
    if (!act || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    act();
  });
  for (const key of box.querySelectorAll("[data-step]")) {
    key.addEventListener("click", () => step(Number(key.dataset.step)));
  }
  svg.addEventListener("click", (event) => {
    const at = new DOMPoint(event.clientX, event.clientY).matrixTransform(
      svg.getScreenCTM().inverse(),
    );
    const far = (sign) => Math.hypot(sign.x - at.x, sign.y - at.y);
    const near = all.reduce((best, sign) => (far(sign) < far(best) ? sign : best));
    if (far(near) < 30) go(all.indexOf(near));
  });
}

if (svg && box) start();
