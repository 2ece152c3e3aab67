// Sets the theme before anything is drawn, so that a dark screen never flashes white.
(function () {
  var choice = "auto";
  try {
    choice = window.localStorage.getItem("bemanning-theme") || "auto";
  } catch (blocked) {
    // Storage may be switched off: the system's theme it is.
  }
  var dark = choice === "dark" || (choice === "auto" && window.matchMedia("(prefers-color-scheme: dark)").matches);
  document.documentElement.setAttribute("data-mantine-color-scheme", dark ? "dark" : "light");
})();
