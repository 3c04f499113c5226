// A file in the making: every few seconds the page is asked again, and only what it says of the progress is put in place.
// Without this script the link 「最新の状態を見る」 does the same.
(() => {
  const again = async (place) => {
    const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const fresh = page.getElementById("progress");
    if (!answer.ok || !fresh) return;
    if (place.innerHTML !== fresh.innerHTML && !place.contains(document.activeElement)) {
      place.innerHTML = fresh.innerHTML;
    }
    wait(place, fresh.dataset.again);
  };
  const wait = (place, seconds) => {
    if (seconds) setTimeout(() => again(place).catch(() => wait(place, seconds)), seconds * 1000);
  };
  const place = document.getElementById("progress");
  if (place) wait(place, place.dataset.again);
})();
