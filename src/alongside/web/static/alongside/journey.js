// Reading the picture of a walk sign by sign: by arrow keys, by two buttons, or by a tap. The words
// are those of the table's rows. Without this, the table is read instead.

const place = document.querySelector("[data-walk]");
const svg = place?.querySelector("svg.walk");
const box = place?.querySelector("[data-walk-read]");

const words = (row) => {
  const cells = [...row.cells].map((cell) => cell.textContent.trim().replace(/\s+/g, " "));
  return [row.closest("[data-year]").dataset.year, ...cells].filter(Boolean).join(" · ");
};

function points() {
  const rows = new Map();
  for (const row of document.querySelectorAll("tr[data-mark]")) {
    const told = rows.get(row.dataset.mark) ?? [];
    rows.set(row.dataset.mark, [...told, row]);
  }
  const marks = [...svg.querySelectorAll(".marks > *")].map((mark, number) => {
    const at = mark.getBBox();
    const x = at.x + at.width / 2;
    return { x, y: at.y + at.height / 2, rows: rows.get(String(number)) ?? [] };
  });
  return marks.filter((mark) => mark.rows.length).sort((a, b) => a.y - b.y || a.x - b.x);
}

function start() {
  const marks = points();
  if (!marks.length) return;
  const told = box.querySelector("output");
  const ring = document.createElementNS("http://www.w3.org/2000/svg", "circle");
  ring.setAttribute("class", "walk__ring");
  ring.setAttribute("r", "9");
  let here = -1;

  const go = (to) => {
    here = Math.min(Math.max(to, 0), marks.length - 1);
    const { x, y, rows } = marks[here];
    ring.setAttribute("cx", x);
    ring.setAttribute("cy", y);
    svg.append(ring);
    box.classList.add("walk-read--used");
    told.replaceChildren(
      ...rows.map((row) => Object.assign(document.createElement("p"), { textContent: words(row) })),
    );
  };
  const step = (by) => go(here < 0 ? (by > 0 ? 0 : marks.length - 1) : here + by);
  const keys = {
    ArrowDown: () => step(1),
    ArrowRight: () => step(1),
    ArrowUp: () => step(-1),
    ArrowLeft: () => step(-1),
    Home: () => go(0),
    End: () => go(marks.length - 1),
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
    const far = (mark) => Math.hypot(mark.x - at.x, mark.y - at.y);
    const near = marks.reduce((best, mark) => (far(mark) < far(best) ? mark : best));
    if (far(near) < 30) go(marks.indexOf(near));
  });
}

if (svg && box) start();
