// Conditions, order, pages and chips change the result in place. It is an addition only: without this file, and
// whenever an answer is slow or strange, the same addresses open as whole pages.
const SLOW = 4000; // milliseconds until the whole page is asked for instead
const PAUSE = 400; // milliseconds in which further boxes are ticked before one asks
const IN_PLACE = ".pill, .clear, .pager a, .relax a, .tabs a, .reading a";

const form = document.getElementById("search-form");
const live = "select, input[type=checkbox], input[type=radio]";
let asking, timer, shown = location.pathname + location.search;

form.addEventListener("submit", stop);
addEventListener("pagehide", stop);
addEventListener("popstate", () => {
  if (location.pathname + location.search !== shown) show(location.href, () => location.reload());
});
document.addEventListener("change", ({ target }) => {
  if (target.form !== form || !target.matches(live)) return;
  stop();
  timer = setTimeout(() => follow(chosen()), PAUSE);
});
document.addEventListener("click", (event) => {
  const link = event.target.closest(IN_PLACE);
  if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  follow(link.href, link);
});

function stop() {
  clearTimeout(timer);
  asking?.abort();
  asking = undefined;
}

function chosen() {
  const query = new URLSearchParams([...new FormData(form)].filter(([, value]) => value));
  return `${form.action}?${query}`;
}

async function follow(address, link) {
  const answered = await show(address, () => location.assign(address));
  if (!answered) return;
  // An open panel of a phone stays the target.
  history.pushState(null, "", answered + (link ? "" : location.hash));
  arrived();
  if (!link) return;
  // The link is gone or means another page now: the next thing to read is where it led.
  const next = (link.matches(".pill") && document.querySelector(".pill")) || document.getElementById("results");
  next.focus({ preventScroll: !link.closest(".pager") });
  if (link.closest(".pager")) next.scrollIntoView();
}

// Ask for the part of the page that changes; returns the address that answered, or nothing when it was overtaken.
async function show(address, otherwise) {
  stop();
  const mine = (asking = new AbortController());
  const slow = setTimeout(() => mine.abort(), SLOW);
  const results = document.getElementById("results");
  results.setAttribute("aria-busy", "true");
  try {
    const answer = await fetch(address, { headers: { "X-Part": "search" }, signal: mine.signal });
    if (!answer.ok || answer.headers.get("X-Part") !== "search") throw new Error("not a part of this page");
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (mine !== asking) return undefined;
    replace(fresh);
    arrived();
    return answer.url;
  } catch {
    if (mine === asking) otherwise();
    return undefined;
  } finally {
    clearTimeout(slow);
    if (mine === asking) results.removeAttribute("aria-busy");
  }
}

// Where one is now, also for the buttons 保存する, which come back here.
function arrived() {
  shown = location.pathname + location.search;
  document.querySelector("#saving [name=next]")?.setAttribute("value", shown);
}

function replace(fresh) {
  const focused = named(document.activeElement);
  const typed = new Map([...form.querySelectorAll("input.input")].map((input) => [input.id, input.value]));
  const open = new Map([...form.querySelectorAll("details[id]")].map((group) => [group.id, group.open]));
  for (const part of document.querySelectorAll("[data-part]")) {
    part.replaceChildren(...(fresh.getElementById(part.id)?.childNodes ?? []));
  }
  document.title = fresh.getElementById("heading").dataset.title + document.title.replace(/^.*(?=｜)/, "");
  for (const [id, was] of open) if (document.getElementById(id)) document.getElementById(id).open = was;
  if (focused) {
    const input = document.querySelector(focused);
    if (input?.matches("input.input")) input.value = typed.get(input.id);
    input?.focus({ preventScroll: true });
  }
}

// How to find the focused control again among the fresh ones.
function named(element) {
  if (element?.id && element.closest("[data-part]")) return `#${CSS.escape(element.id)}`;
  const name = element?.getAttribute("name");
  return name && element.form === form ? `[name="${name}"][value="${CSS.escape(element.value)}"]` : "";
}
