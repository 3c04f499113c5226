// Saves what is typed a moment later, at the form's own address. Without it the buttons do the same.
const form = document.querySelector("form[data-autosave]");
const line = form.querySelector(".autosave");
const FAILED = "保存できていません。入力した内容は、この画面に残っています";
let timer, running, changed = false;

function say(text, link) {
  line.textContent = text;
  if (!link) return;
  const a = document.createElement("a");
  a.href = link;
  a.textContent = "ログインする";
  line.append(" ", a);
}

async function send(again = true) {
  const body = new URLSearchParams(new FormData(form));
  body.set("action", "draft");
  const answer = await fetch(location.href, { method: "POST", body, keepalive: true, headers: { "X-Autosave": "1" } });
  if (answer.status === 403 && again && await newToken()) return send(false);
  const told = answer.headers.get("Content-Type")?.includes("json") ? await answer.json() : {};
  if (!answer.ok) return { said: told.said ?? FAILED, login: told.login, failed: true };
  return told;
}

// After a login in another tab the page's token is old; a fresh page has the new one.
async function newToken() {
  const page = new DOMParser().parseFromString(await (await fetch(location.href)).text(), "text/html");
  const token = page.querySelector("form[data-autosave] [name=csrfmiddlewaretoken]");
  if (token) form.elements.csrfmiddlewaretoken.value = token.value;
  return Boolean(token);
}

async function save() {
  clearTimeout(timer);
  if (running) return running;
  changed = false;
  running = send().catch(() => ({ said: FAILED, failed: true, retry: true }));
  const told = await running;
  running = undefined;
  for (const [name, value] of Object.entries(told.stamps ?? {})) form.elements[name].value = value;
  const card = document.querySelector("[data-card]");
  if (told.card && card) card.innerHTML = told.card;
  say(told.said, told.login);
  if (told.failed) changed = true;
  if (told.retry) timer = setTimeout(save, 15000);
  else if (changed && !told.failed) save();
}

form.addEventListener("input", () => {
  changed = true;
  clearTimeout(timer);
  timer = setTimeout(save, 1500);
});
form.addEventListener("submit", async (event) => {
  clearTimeout(timer);
  changed = false;
  if (!running) return;
  event.preventDefault();
  await running;
  form.requestSubmit(event.submitter);
});
addEventListener("online", () => changed && save());
addEventListener("beforeunload", (event) => changed && event.preventDefault());
document.addEventListener("visibilitychange", () => document.hidden && changed && save());
if (form.dataset.autosave === "now") save();
else say("入力した内容は、自動で保存されます");
