"use strict";
(() => {
  const SVG = "http://www.w3.org/2000/svg";
  const PRINTED = 500;
  const CHUNK = 200;
  const SAFE_ADDRESS = /^(https?:\/\/|#)/i;
  const data = document.getElementById("data");
  const form = document.getElementById("filters");
  if (!form) return;

  const lines = data.textContent.split("\n");
  const index = JSON.parse(lines[0]);
  const entry = (facts, line) => {
    const [id, code, score, a, b, days, event] = facts;
    return { id, code, score, a, b, days, event, line, words: null };
  };
  const found = index.findings.map((facts, at) => entry(facts, at + 1));
  const accepted = index.accepted.map((facts, at) => entry(facts, found.length + at + 1));

  // Data -> elements. Text becomes text nodes only; markup is never parsed.
  const build = (node, svg = false) => {
    if (typeof node === "string") return document.createTextNode(node);
    const [tag, attributes, ...children] = node;
    const drawn = svg || tag === "svg";
    const made = drawn ? document.createElementNS(SVG, tag) : document.createElement(tag);
    for (const [name, value] of Object.entries(attributes || {})) {
      if (name.startsWith("on") || name === "style") continue;
      if (name === "href" && !SAFE_ADDRESS.test(value)) continue;
      made.setAttribute(name, value);
    }
    made.append(...children.map((child) => build(child, drawn)));
    return made;
  };
  const cardOf = (each) => JSON.parse(lines[each.line]);

  // The words of a card without those of the page itself, without case and accents.
  const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const gather = (node, into) => {
    if (typeof node === "string") { into.push(node); return; }
    const [, attributes, ...children] = node;
    if (/\blabel\b/.test((attributes && attributes.class) || "")) return;
    for (const child of children) gather(child, into);
    // Parts of one sentence carry their own spaces; everything else must not run together.
    if (!["mark", "span"].includes(node[0])) into.push(" ");
  };
  const wordsOf = (each) => {
    if (each.words === null) {
      const parts = [];
      gather(cardOf(each), parts);
      each.words = plain(parts.join("").replace(/\s+/g, " "));
    }
    return each.words;
  };

  const wish = () => {
    const values = new FormData(form);
    const number = (name, list) => {
      const value = values.get(name);
      return value ? list.indexOf(value) : null;
    };
    return {
      codes: new Set(values.getAll("code").map((code) => index.codes.indexOf(code))),
      source: number("source", index.sources),
      against: number("against", index.sources),
      from: values.get("from") || "",
      to: values.get("to") || "",
      score: Number(values.get("score")),
      words: plain(values.get("words")).split(/\s+/).filter(Boolean),
      order: values.get("order"),
    };
  };

  const betweenSources = (each, { source, against }) => {
    if (source === null && against === null) return true;
    if (source === null || against === null) {
      const one = source === null ? against : source;
      return each.a.includes(one) || each.b.includes(one);
    }
    return (each.a.includes(source) && each.b.includes(against))
      || (each.a.includes(against) && each.b.includes(source));
  };
  const fits = (each, wanted) =>
    (wanted.codes.size === 0 || wanted.codes.has(each.code))
    && each.score >= wanted.score
    && betweenSources(each, wanted)
    && ((!wanted.from && !wanted.to)
      || each.days.some((day) => day >= wanted.from && (!wanted.to || day <= wanted.to)))
    && wanted.words.every((word) => wordsOf(each).includes(word));

  const last = (each) => each.days[each.days.length - 1] || "";
  const compare = (one, other) => (one < other ? -1 : Number(one > other));
  const orders = {
    newest: (one, other) => compare(last(other), last(one)),
    // Without a label, after all that have one.
    event: (one, other) => Number(!one.event) - Number(!other.event) || compare(one.event, other.event),
  };

  const formatted = (number) => number.toLocaleString("en");
  const makeList = (name, entries) => {
    const section = document.getElementById(name);
    if (!section) return null;
    const cards = section.querySelector(".cards");
    const status = section.querySelector(".status");
    const button = section.querySelector(".more");
    const list = { entries, matched: entries, shown: cards.children.length };
    const refresh = () => {
      const { matched, shown } = list;
      const all = `${formatted(entries.length)} finding${entries.length === 1 ? "" : "s"}`;
      status.textContent = matched.length === entries.length
        ? all
        : matched.length ? `${formatted(matched.length)} of ${all}` : `None of ${all} fits the filters`;
      const left = matched.length - shown;
      button.hidden = left <= 0;
      button.textContent = `Show ${formatted(Math.min(index.page, left))} more of ${formatted(left)}`;
    };
    list.grow = (to) => {
      const next = list.matched.slice(list.shown, to).map((each) => build(cardOf(each)));
      cards.append(...next);
      list.shown += next.length;
      refresh();
      return next[0];
    };
    list.show = (matched) => {
      list.matched = matched;
      list.shown = 0;
      cards.replaceChildren();
      list.grow(index.page);
    };
    list.print = () => {
      list.grow(PRINTED);
      if (list.shown < list.matched.length) status.textContent += `, the first ${formatted(list.shown)} printed`;
    };
    list.refresh = refresh;
    button.addEventListener("click", () => {
      const first = list.grow(list.shown + index.page);
      if (first) { first.tabIndex = -1; first.focus(); }
    });
    refresh();
    return list;
  };
  const lists = [makeList("findings", found), makeList("accepted", accepted)].filter(Boolean);

  const apply = () => {
    const wanted = wish();
    document.getElementById("least").textContent = wanted.score.toFixed(2);
    for (const list of lists) {
      const matched = list.entries.filter((each) => fits(each, wanted));
      if (orders[wanted.order]) matched.sort(orders[wanted.order]);
      list.show(matched);
    }
  };
  const remember = () => {
    const values = [...new FormData(form)].filter(([name, value]) => value && !(name === "score" && value === "0"));
    history.replaceState(null, "", `#${new URLSearchParams(values)}`);
  };

  const fill = (values) => {
    form.reset();
    for (const field of form.elements) {
      if (!field.name || !values.has(field.name)) continue;
      if (field.type === "checkbox") field.checked = values.getAll("code").includes(field.value);
      else field.value = values.get(field.name);
    }
  };
  // An address names filters (#code=NUM001&source=...), one finding (#f-...) or a part of the page.
  const follow = () => {
    const name = location.hash.slice(1);
    if (name.includes("=")) {
      fill(new URLSearchParams(name));
      apply();
      document.getElementById(found.length ? "findings" : "accepted").scrollIntoView();
    } else if (name.startsWith("f-") && !document.getElementById(name)) {
      for (const list of lists) {
        const named = list.entries.filter((each) => each.id === name);
        if (named.length) { list.show(named); document.getElementById(name).scrollIntoView(); }
      }
    }
  };

  for (const hint of document.querySelectorAll(".unscripted")) hint.remove();
  form.hidden = false;
  form.querySelector("details").open = window.matchMedia("(min-width: 60rem)").matches;
  form.addEventListener("input", () => { apply(); remember(); });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(() => { apply(); remember(); }));
  window.addEventListener("hashchange", follow);
  window.addEventListener("beforeprint", () => lists.forEach((list) => list.print()));
  window.addEventListener("afterprint", () => lists.forEach((list) => list.refresh()));
  follow();

  // The first search by words should not wait for all cards to be read.
  const idle = window.requestIdleCallback || ((work) => setTimeout(work, 50));
  const all = [...found, ...accepted];
  const prepare = (at) => {
    all.slice(at, at + CHUNK).forEach(wordsOf);
    if (at + CHUNK < all.length) idle(() => prepare(at + CHUNK));
  };
  idle(() => prepare(0));
})();
