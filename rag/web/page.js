// What the page does in the browser: clicks become events, quotes stay in view, conversations are kept here.
// Everything of an article, a model or a kept conversation is set as text, never as HTML.
(() => {
  "use strict";
  const KEPT = "chorus.talk.";
  const MOST_KEPT = 30;
  const MOST_CHARACTERS = 300000;
  const STARTED = "{started}"; // filled in by the server when it starts
  const DRAFT = "chorus.draft";
  const BOX = ".ch-asking textarea";
  let opener = null;

  const stored = (storage, key) => {
    try { return storage.getItem(key); } catch { return null; }
  };

  const hold = (question) => {
    if (question.trim()) try { sessionStorage.setItem(DRAFT, question); } catch { /* kept nowhere */ }
  };

  const heldBack = () => {
    const question = stored(sessionStorage, DRAFT);
    try { sessionStorage.removeItem(DRAFT); } catch { /* kept nothing */ }
    return question;
  };

  // The question that was sent or typed when the page was loaded again, until it is back in its box.
  let draft = heldBack();

  const refill = () => {
    const box = document.querySelector(BOX);
    if (!draft) return;
    if (!box) { setTimeout(refill, 200); return; }
    if (!box.value) {
      box.value = draft;
      box.dispatchEvent(new Event("input", { bubbles: true }));
    }
    draft = null;
  };

  // A server that was started anew takes what this tab sends without a word, and answers nothing.
  const stillThere = async () => {
    try {
      const answer = await fetch("chorus/started", { cache: "no-store" });
      if ((await answer.text()) === STARTED) return;
    } catch { return; /* not there at all, which Gradio tells */ }
    hold(document.querySelector(BOX)?.value ?? "");
    location.reload();
  };

  const asking = (box) => {
    if (!box?.value.trim()) return;
    hold(box.value);
    stillThere();
  };

  document.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.shiftKey && event.target.matches?.(BOX)) asking(event.target);
  }, true);
  document.addEventListener("click", (event) => {
    if (event.target.closest?.(".ch-asking button")) asking(document.querySelector(BOX));
  }, true);
  document.addEventListener("visibilitychange", () => { if (document.visibilityState === "visible") stillThere(); });

  const talkId = () => {
    let id = stored(sessionStorage, "chorus.talk");
    if (!id) {
      id = `${Date.now().toString(36)}-${Math.random().toString(36).slice(2, 8)}`;
      try { sessionStorage.setItem("chorus.talk", id); } catch { /* a browser that keeps nothing */ }
    }
    return id;
  };

  const keptTalks = () => {
    const found = [];
    try {
      for (let place = 0; place < localStorage.length; place += 1) {
        const key = localStorage.key(place);
        if (!key.startsWith(KEPT)) continue;
        try {
          const kept = JSON.parse(localStorage.getItem(key));
          if (Array.isArray(kept.turns) && kept.turns.length) found.push({ ...kept, id: key.slice(KEPT.length) });
        } catch { /* not ours */ }
      }
    } catch { /* storage is off */ }
    return found.sort((one, other) => other.at - one.at);
  };

  const keep = (thread) => {
    const turns = [...thread.querySelectorAll(".ch-turn[data-record]")].map((turn) => JSON.parse(turn.dataset.record));
    if (!turns.length) return;
    // What is kept is sent back when it is opened again, in one request of bounded size.
    while (turns.length > 1 && JSON.stringify(turns).length > MOST_CHARACTERS) turns.shift();
    const value = JSON.stringify({ at: Date.now(), turns });
    keptTalks().slice(MOST_KEPT - 1).forEach((old) => localStorage.removeItem(KEPT + old.id));
    for (;;) {
      try { localStorage.setItem(KEPT + talkId(), value); return; } catch {
        const oldest = keptTalks().filter((one) => one.id !== talkId()).pop();
        if (!oldest) return;
        localStorage.removeItem(KEPT + oldest.id);
      }
    }
  };

  const button = (label, does) => {
    const made = document.createElement("button");
    made.type = "button";
    made.className = "ch-tool";
    made.textContent = label;
    made.addEventListener("click", does);
    return made;
  };

  const copy = async (text) => {
    try { await navigator.clipboard.writeText(text); } catch {
      const area = document.createElement("textarea");
      area.value = text;
      area.setAttribute("aria-hidden", "true");
      document.body.append(area);
      area.select();
      document.execCommand("copy");
      area.remove();
    }
  };

  const download = (turn) => {
    const record = JSON.parse(turn.dataset.record);
    delete record.page;
    const blob = new Blob([`${JSON.stringify(record, null, 2)}\n`], { type: "application/json" });
    const link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = "chorus-answer.json";
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  };

  // How many of the other citations of its answer a card hides.
  const hides = (tip, cite) => {
    const card = tip.getBoundingClientRect();
    return [...cite.parentElement.closest(".ch-turn, .ch-live, body").querySelectorAll(".ch-chip, .ch-cell")]
      .filter((other) => !cite.contains(other)).map((other) => other.getBoundingClientRect())
      .filter((box) => box.left < card.right && box.right > card.left && box.top < card.bottom && box.bottom > card.top)
      .length;
  };

  // A quote is shown under its citation, within the window; over it where it would hide more of the others.
  const inView = (cite) => {
    const tip = cite.querySelector(".ch-tip");
    if (!tip) return;
    tip.style.setProperty("--shift", "0px");
    tip.classList.remove("ch-over");
    const over = tip.getBoundingClientRect().right - (document.documentElement.clientWidth - 8);
    if (over > 0) tip.style.setProperty("--shift", `${-over}px`);
    const hidden = hides(tip, cite);
    if (!hidden) return;
    tip.classList.add("ch-over");
    if (hides(tip, cite) >= hidden || tip.getBoundingClientRect().top < 0) tip.classList.remove("ch-over");
  };

  const dataOf = (from) => {
    const data = { ...from.dataset };
    delete data.do;
    return data;
  };

  const local = {
    copy: async (from) => {
      await copy(from.closest(".ch-turn").dataset.markdown);
      const before = from.textContent;
      from.textContent = document.querySelector("[data-copied]")?.dataset.copied || before;
      setTimeout(() => { from.textContent = before; }, 1500);
    },
    download: (from) => download(from.closest(".ch-turn")),
  };

  const act = (from, trigger, events) => {
    const does = from.dataset.do;
    if (local[does]) { local[does](from); return; }
    if (!events.includes(does)) return;
    const data = dataOf(from);
    if (does === "open") {
      opener = from;
      data.quote = from.parentElement.querySelector(".ch-tip")?.textContent ?? null;
      data.at = Date.now();
    }
    if (does === "note") data.note = from.closest(".ch-note").querySelector("textarea").value;
    trigger(does, data);
  };

  const wire = (element, trigger, events) => {
    element.addEventListener("click", (event) => {
      const from = event.target.closest("[data-do]");
      if (from && element.contains(from)) act(from, trigger, events);
    });
    for (const kind of ["mouseover", "focusin"]) {
      element.addEventListener(kind, (event) => {
        const cite = event.target.closest(".ch-cite");
        if (cite) inView(cite);
      });
    }
  };

  const closePanel = (trigger) => {
    trigger("close", {});
    if (opener?.isConnected) opener.focus();
    opener = null;
  };

  window.chorus = {
    wire,

    thread(element, trigger, watch, events) {
      wire(element, trigger, events);
      let shown = element.querySelectorAll(".ch-turn").length;
      watch("value", () => {
        keep(element);
        document.dispatchEvent(new CustomEvent("chorus:kept"));
        const turns = element.querySelectorAll(".ch-turn");
        if (turns.length > shown) {
          turns[turns.length - 1].scrollIntoView({ block: "nearest" });
          heldBack();
        }
        shown = turns.length;
        refill();
      });
    },

    panel(element, trigger, watch) {
      element.addEventListener("click", (event) => {
        if (event.target.closest("[data-do=close]")) closePanel(trigger);
      });
      document.addEventListener("keydown", (event) => {
        if (event.key === "Escape" && element.querySelector("[data-do=close]") && element.checkVisibility()) closePanel(trigger);
      });
      watch("value", () => {
        const text = element.querySelector(".ch-text");
        const mark = element.querySelector("mark");
        const panel = element.querySelector(".ch-source");
        if (!text || !panel) return;
        if (mark) {
          panel.scrollTop += mark.getBoundingClientRect().top - panel.getBoundingClientRect().top - panel.clientHeight / 3;
          mark.focus({ preventScroll: true });
        } else {
          panel.scrollTop = 0;
          element.querySelector("[data-do=close]").focus({ preventScroll: true });
        }
      });
    },

    history(element, trigger) {
      const list = () => element.querySelector(".ch-kept");
      const show = () => {
        const place = list();
        if (!place) return;
        const texts = place.dataset;
        const rows = keptTalks().map((talk) => {
          const row = document.createElement("li");
          const title = String(talk.turns[0]?.question ?? "…").slice(0, 120);
          const open = button(title, () => {
            try { sessionStorage.setItem("chorus.talk", talk.id); } catch { /* kept nowhere */ }
            element.querySelector("details").open = false;
            trigger("restore", { kept: JSON.stringify(talk.turns) });
          });
          open.dir = "auto";
          const drop = button("×", () => { localStorage.removeItem(KEPT + talk.id); show(); });
          drop.setAttribute("aria-label", `${texts.delete}: ${title}`);
          row.append(open, drop);
          return row;
        });
        const none = document.createElement("li");
        none.textContent = texts.empty;
        place.replaceChildren(...(rows.length ? rows : [none]));
      };
      element.addEventListener("click", (event) => {
        if (event.target.closest("[data-do=new]")) {
          try { sessionStorage.removeItem("chorus.talk"); } catch { /* kept nothing */ }
          trigger("restore", { kept: "" });
        }
        if (event.target.closest("summary")) show();
      });
      document.addEventListener("chorus:kept", show);
      show();
    },

    // Called at once too: what is watched may have come before this script did.
    speak(element) {
      const spoken = element.querySelector("[data-speaks]")?.dataset.speaks;
      if (spoken) document.documentElement.lang = spoken;
    },
  };
})();
