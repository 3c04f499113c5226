// Passkeys: the device signs what the server asks, the form posts it. Without this script the pages offer their other ways only.
for (const form of document.querySelectorAll("form[data-passkey]")) {
  if (!window.PublicKeyCredential) continue;
  form.hidden = false;
  const failed = form.querySelector("[role=status]");

  const options = async () => {
    if (!form.dataset.fetch) return JSON.parse(document.getElementById("passkey-options").textContent);
    const answer = await fetch(form.dataset.fetch, { headers: { Accept: "application/json" } });
    return answer.json();
  };

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    failed.hidden = true;
    try {
      const asked = await options();
      const credential = form.dataset.passkey === "create"
        ? await window.webauthnJSON.create(asked.creation_options)
        : await window.webauthnJSON.get(asked.request_options);
      form.elements.credential.value = JSON.stringify(credential);
      form.submit();
    } catch {
      // The person cancelled, or the device knows no passkey of this site.
      failed.hidden = false;
    }
  });
}
