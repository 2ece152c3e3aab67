// On paper nothing is scrolled: the strip of months is laid out anew, a small table for each year.
(function () {
  function part(tag, className, content) {
    var element = document.createElement(tag);
    element.className = className;
    element.textContent = content;
    return element;
  }

  // Each year with the place of its first month, and of the first that is no longer in it.
  function yearsOf(grid) {
    var end = 0;
    return Array.prototype.map.call(grid.querySelectorAll(".strip-year"), function (heading) {
      var start = end;
      end += heading.colSpan;
      return { name: heading.textContent, start: start, end: end };
    });
  }

  function headings(grid, year) {
    var row = document.createElement("tr");
    row.appendChild(part("td", "strip-name", ""));
    Array.prototype.slice.call(grid.querySelectorAll(".strip-month"), year.start, year.end).forEach(function (month) {
      row.appendChild(month.cloneNode(true));
    });
    return row;
  }

  // A source's heading and a scope without anything are one cell, as wide as the year.
  function rowOf(row, year) {
    var copy = document.createElement("tr");
    var name = row.firstElementChild;
    var months = row.querySelectorAll("td[data-month]");
    var nothing = row.querySelector(".strip-nothing");
    copy.className = row.className;
    copy.appendChild(part("th", name.className, name.textContent)).colSpan = row.cells.length > 1 ? 1 : year.end - year.start + 1;
    if (nothing) {
      copy.appendChild(part("td", nothing.className, nothing.textContent)).colSpan = year.end - year.start;
    }
    Array.prototype.slice.call(months, year.start, year.end).forEach(function (month) {
      copy.appendChild(part("td", month.className, month.textContent));
    });
    return copy;
  }

  function tableOf(grid, year) {
    var table = part("table", "strip", "");
    table.appendChild(part("caption", "strip-paper-year", year.name));
    table.appendChild(headings(grid, year));
    grid.querySelectorAll("tbody tr").forEach(function (row) {
      table.appendChild(rowOf(row, year));
    });
    return table;
  }

  window.addEventListener("beforeprint", function () {
    var grid = document.getElementById("loading-grid");
    if (!grid) {
      return;
    }
    var paper = part("div", "strip-paper print-only", "");
    yearsOf(grid).forEach(function (year) {
      paper.appendChild(tableOf(grid, year));
    });
    grid.closest(".strip-scroll").after(paper);
  });

  window.addEventListener("afterprint", function () {
    document.querySelectorAll(".strip-paper").forEach(function (paper) {
      paper.remove();
    });
  });
})();
