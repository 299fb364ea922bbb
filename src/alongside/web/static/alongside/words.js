// Kind words while one writes: quiet underlines, and one calm line under the box after a pause.
// It advises. It never stands in the way of saving, changes nothing by itself, and when it
// cannot be asked (no signal, signed out, too many questions) it is simply quiet.

const A_PAUSE = 1200;
const PRINTED = [
  "fontFamily", "fontSize", "fontStyle", "fontWeight", "letterSpacing", "lineHeight", "tabSize",
  "textAlign", "textIndent", "textTransform", "wordSpacing", "direction",
  "paddingTop", "paddingRight", "paddingBottom", "paddingLeft",
  "borderTopWidth", "borderRightWidth", "borderBottomWidth", "borderLeftWidth",
];

class Aid {
  constructor(box) {
    this.box = box;
    this.area = box.querySelector("textarea");
    this.said = box.querySelector(".words__said");
    this.line = box.querySelector(".words__line");
    this.acts = box.querySelector(".words__acts");
    this.found = [];
    this.left = new Set(); // what the writer leaves as it is, while this page is open
    this.area.addEventListener("scroll", () => this.align());
    new ResizeObserver(() => this.align()).observe(this.area);
  }

  typed() {
    clearTimeout(this.waiting);
    this.asked?.abort();
    this.waiting = setTimeout(() => this.ask(), A_PAUSE);
    this.show();
  }

  async ask() {
    const text = this.area.value;
    const answer = text.trim() ? await this.answer(text) : { found: [] };
    if (!answer || text !== this.area.value) return;
    document.querySelector(`[data-after="${this.area.id}"]`)?.remove(); // said here, and now
    Object.assign(this, answer); // found, and the words of the buttons
    if (this.could) this.acts.setAttribute("aria-label", this.could);
    this.show();
  }

  async answer(text) {
    this.asked = new AbortController();
    const headers = {
      "Content-Type": "application/json",
      "X-CSRFToken": this.area.form?.elements.csrfmiddlewaretoken?.value ?? "",
    };
    const body = JSON.stringify({ text, person: this.area.dataset.person ?? null });
    const about = { method: "POST", headers, body, redirect: "error", signal: this.asked.signal };
    try {
      const response = await fetch(this.area.dataset.check ?? this.box.dataset.words, about);
      return response.ok ? await response.json() : null;
    } catch {
      return null;
    }
  }

  // What still stands where it was found, and is not to be left as it is.
  standing() {
    const text = this.area.value;
    return this.found.filter(
      (one) => text.slice(one.start, one.end) === one.text && !this.left.has(key(one)),
    );
  }

  show() {
    const standing = this.standing();
    this.underline(standing);
    const [first] = standing;
    const line = first ? [first.line, first.place].filter(Boolean).join(" ") : "";
    if (this.line.textContent !== line) this.line.textContent = line;
    const had = this.acts.contains(document.activeElement);
    this.acts.replaceChildren(...(first ? this.buttons(first) : []));
    this.said.hidden = !first;
    if (had) (this.acts.querySelector("button") ?? this.area).focus();
  }

  buttons(one) {
    const put = one.instead.map((words) => button(words, "", () => this.put(one, words)));
    const could = document.createElement("span");
    could.textContent = put.length ? this.could : "";
    return [could, ...put, button(this.leave, "words__act--leave", () => this.keep(one))];
  }

  keep(one) {
    this.left.add(key(one));
    this.show();
  }

  // As if it were typed, so that it can be undone.
  put(one, words) {
    this.area.focus();
    this.area.setSelectionRange(one.start, one.end);
    if (!document.execCommand("insertText", false, words)) {
      this.area.setRangeText(words, one.start, one.end, "end");
      this.area.dispatchEvent(new Event("input", { bubbles: true }));
    }
    const by = words.length - one.text.length;
    this.found = this.found.filter((other) => other !== one);
    for (const other of this.found) {
      if (other.start > one.start) Object.assign(other, { start: other.start + by, end: other.end + by });
    }
    this.show();
  }

  underline(standing) {
    if (!standing.length) {
      this.paper?.remove();
      this.paper = null;
      this.area.style.background = "";
      return;
    }
    this.paper ??= this.laid();
    const text = this.area.value;
    const pieces = [];
    let at = 0;
    for (const one of standing) {
      if (one.start < at) continue;
      const mark = document.createElement("mark");
      mark.textContent = one.text;
      pieces.push(text.slice(at, one.start), mark);
      at = one.end;
    }
    this.paper.replaceChildren(...pieces, `${text.slice(at)}\n`);
    this.align();
  }

  laid() {
    const paper = document.createElement("div");
    paper.className = "words__paper";
    paper.setAttribute("aria-hidden", "true");
    paper.style.backgroundColor = getComputedStyle(this.area).backgroundColor;
    this.area.before(paper);
    this.area.style.background = "transparent";
    this.area.style.position = "relative";
    return paper;
  }

  align() {
    if (!this.paper) return;
    const style = getComputedStyle(this.area);
    for (const name of PRINTED) this.paper.style[name] = style[name];
    const bar = this.area.offsetWidth - this.area.clientWidth
      - parseFloat(style.borderLeftWidth) - parseFloat(style.borderRightWidth);
    this.paper.style.boxSizing = "border-box";
    this.paper.style.width = `${this.area.offsetWidth - bar}px`;
    this.paper.style.height = `${this.area.offsetHeight}px`;
    this.paper.scrollTop = this.area.scrollTop;
  }
}

function key(one) {
  return `${one.rule} ${one.text.toLowerCase()}`;
}

function button(words, kind, act) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = `words__act ${kind}`.trim();
  made.textContent = words;
  made.addEventListener("click", act);
  return made;
}

const aids = new WeakMap();

function aid(area) {
  const box = area.closest?.("[data-words]");
  if (box && !aids.has(box)) aids.set(box, new Aid(box));
  return box && aids.get(box);
}

document.addEventListener("input", (event) => {
  if (event.target.matches?.("[data-words] textarea")) aid(event.target).typed();
});

// A form that came back with what was typed is looked at as it stands.
for (const area of document.querySelectorAll("[data-words] textarea")) {
  if (area.value.trim()) aid(area).ask();
}
