// Saves what is typed a moment later, at the form's own address. Without it the buttons do the same.
const form = document.querySelector("form[data-autosave]");
const line = form.querySelector(".autosave");
const FAILED = { said: "保存できていません。入力した内容は、この画面に残っています", failed: true };
let timer, running, changed = false;

async function send(again = true) {
  const body = new URLSearchParams(new FormData(form));
  body.set("action", "draft");
  const answer = await fetch(location, { method: "POST", body, keepalive: true, headers: { "X-Autosave": "1" } });
  if (answer.status === 403 && again && await newToken()) return send(false);
  const told = answer.headers.get("Content-Type")?.includes("json") ? await answer.json() : {};
  return answer.ok ? told : { ...FAILED, ...told };
}

// After a login in another tab the token of this page is old.
async function newToken() {
  const page = new DOMParser().parseFromString(await (await fetch(location)).text(), "text/html");
  const token = page.querySelector("form[data-autosave] [name=csrfmiddlewaretoken]");
  if (token) form.elements.csrfmiddlewaretoken.value = token.value;
  return token;
}

async function save() {
  clearTimeout(timer);
  if (running) return;
  changed = false;
  running = send().catch(() => ({ ...FAILED, retry: true }));
  const told = await running;
  running = undefined;
  for (const name in told.stamps) form.elements[name].value = told.stamps[name];
  if (told.card) document.querySelector("[data-card]").innerHTML = told.card;
  line.textContent = told.said;
  if (told.login) {
    const link = document.createElement("a");
    link.href = told.login;
    link.textContent = "ログインする";
    line.append(" ", link);
  }
  if (told.retry) timer = setTimeout(save, 15000);
  else if (changed && !told.failed) save();
  changed ||= told.failed;
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
if (form.dataset.autosave) save();
else line.textContent = "入力した内容は、自動で保存されます";
