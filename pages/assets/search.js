// What is searched for on a screen stands in its address.
(function () {
  window.dash_clientside = Object.assign({}, window.dash_clientside, {
    search: {
      address: function (value, search) {
        var query = new URLSearchParams(search || "");
        var wanted = (value || "").trim();
        if (wanted === (query.get("sok") || "")) {
          return window.dash_clientside.no_update;
        }
        if (wanted) {
          query.set("sok", wanted);
        } else {
          query.delete("sok");
        }
        var next = query.toString();
        return next ? "?" + next : "";
      },
    },
  });
})();
