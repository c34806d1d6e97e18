// Keeps the page current: the server sends the rendered part whenever it changes.
const live = document.getElementById("live");
const connection = document.getElementById("connection");
const announcement = document.getElementById("announcement");
let headline = document.getElementById("headline").textContent;

function connected(yes) {
  connection.textContent = yes ? "live" : "connection lost, trying again: this page is out of date";
  connection.classList.toggle("lost", !yes);
  document.body.classList.toggle("stale", !yes);
}

const updates = new EventSource("/live");
updates.onopen = () => connected(true);
updates.onerror = () => connected(false);
updates.onmessage = (update) => {
  const focused = document.activeElement?.getAttribute("aria-labelledby");
  live.innerHTML = update.data; // escaped by the server's template
  if (focused) {
    live.querySelector(`[tabindex][aria-labelledby="${focused}"]`)?.focus({ preventScroll: true });
  }
  const now = document.getElementById("headline").textContent;
  if (now !== headline) {
    announcement.textContent = now;
    headline = now;
  }
  document.title = `${now} · Switchboard`;
};
