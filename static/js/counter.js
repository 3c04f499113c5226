// Counts down beside long texts. Without it the page works the same: the hint says how many characters there may be.
for (const area of document.querySelectorAll("textarea[data-most]")) {
  const most = Number(area.dataset.most);
  const rest = document.createElement("p");
  rest.className = "small sub num";
  rest.id = `${area.id}_rest`;
  area.after(rest);
  area.setAttribute("aria-describedby", `${area.getAttribute("aria-describedby") ?? ""} ${rest.id}`.trim());

  const show = () => {
    // Line breaks count as one character each, as on the server.
    const left = most - [...area.value.replaceAll("\r\n", "\n")].length;
    rest.textContent = left < 0 ? `${-left}文字多くなっています` : `残り ${left}文字`;
  };
  area.addEventListener("input", show);
  show();
}
