/* Saves a chart as SVG or PNG, with its title, the filter and the time of its numbers inside the picture. */
(function () {
  'use strict';
  var HEAD = 64;
  var FOOT = 28;
  var WIDTH = 1000;
  var HEIGHT = 460;

  function words(box) {
    var section = box.closest('section');
    var asOf = document.querySelector('[data-as-of]');
    var chips = Array.from(document.querySelectorAll('[data-chip]')).map(function (chip) { return chip.dataset.chip; });
    return {
      title: section.querySelector('h2').textContent.trim() + ', ' + section.querySelector('header .small').textContent.trim(),
      filter: chips.length ? chips.join(' · ') : 'All records',
      asOf: 'As of ' + asOf.textContent.trim() + ' (' + document.querySelector('[data-live-page]').dataset.zone + ')'
    };
  }

  function escaped(text) {
    return text.replace(/[&<>"]/g, function (sign) { return '&#' + sign.charCodeAt(0) + ';'; });
  }

  var SIGNS = '&<>"';
  var STAND_INS = 0xE000;

  /* ECharts writes texts into an SVG as they are, so signs that mean something there have stand-ins while it draws. */
  function guarded(value) {
    if (typeof value === 'string') {
      return value.replace(/[&<>"]/g, function (sign) { return String.fromCharCode(STAND_INS + SIGNS.indexOf(sign)); });
    }
    if (typeof value === 'function') { return function () { return guarded(value.apply(this, arguments)); }; }
    if (Array.isArray(value)) { return value.map(guarded); }
    if (value && Object.getPrototypeOf(value) === Object.prototype) {
      return Object.fromEntries(Object.entries(value).map(function (entry) { return [entry[0], guarded(entry[1])]; }));
    }
    return value;
  }

  function unguarded(svg) {
    return svg.replace(/[\uE000-\uE003]/g, function (standIn) { return escaped(SIGNS.charAt(standIn.charCodeAt(0) - STAND_INS)); });
  }

  function drawn(target, settings, option) {
    var chart = window.echarts.init(target, null, Object.assign({ width: WIDTH, height: HEIGHT }, settings));
    option.animation = false;
    chart.setOption(option);
    return chart;
  }

  function optionOf(box, colours) { return window.csaCharts.drawing(box, WIDTH, colours).option; }

  function svg(box, colours) {
    var said = words(box);
    var chart = drawn(null, { renderer: 'svg', ssr: true }, guarded(optionOf(box, colours)));
    var inner = unguarded(chart.renderToSVGString());
    chart.dispose();
    function text(x, y, size, colour, content, weight) {
      return '<text x="' + x + '" y="' + y + '" font-size="' + size + '" font-weight="' + (weight || 400) + '" fill="' + colour + '">' + escaped(content) + '</text>';
    }
    return '<svg xmlns="http://www.w3.org/2000/svg" width="' + (WIDTH + 32) + '" height="' + (HEAD + HEIGHT + FOOT) + '" font-family="system-ui, sans-serif" role="img" aria-label="'
      + escaped(said.title + '. ' + said.filter + '. ' + said.asOf) + '"><title>' + escaped(said.title) + '</title><rect width="100%" height="100%" fill="' + colours.surface + '"/>'
      + text(16, 28, 19, colours.ink, said.title, 650) + text(16, 50, 13, colours.muted, said.filter)
      + '<g transform="translate(16 ' + HEAD + ')">' + inner + '</g>' + text(16, HEAD + HEIGHT + 18, 12, colours.muted, said.asOf) + '</svg>';
  }

  function png(box, colours) {
    var said = words(box);
    var chart = drawn(document.createElement('canvas'), { renderer: 'canvas', devicePixelRatio: 2 }, optionOf(box, colours));
    var inner = chart.getRenderedCanvas({ pixelRatio: 2, backgroundColor: colours.surface });
    var canvas = document.createElement('canvas');
    canvas.width = 2 * (WIDTH + 32);
    canvas.height = 2 * (HEAD + HEIGHT + FOOT);
    var pen = canvas.getContext('2d');
    var family = getComputedStyle(document.body).fontFamily;
    pen.scale(2, 2);
    pen.fillStyle = colours.surface;
    pen.fillRect(0, 0, WIDTH + 32, HEAD + HEIGHT + FOOT);
    pen.drawImage(inner, 16, HEAD, WIDTH, HEIGHT);
    chart.dispose();
    [[said.title, 28, '650 19px ', colours.ink], [said.filter, 50, '13px ', colours.muted], [said.asOf, HEAD + HEIGHT + 18, '12px ', colours.muted]].forEach(function (line) {
      pen.font = line[2] + family;
      pen.fillStyle = line[3];
      pen.fillText(line[0], 16, line[1], WIDTH);
    });
    return new Promise(function (done) { canvas.toBlob(done, 'image/png'); });
  }

  function save(blob, name) {
    var link = document.createElement('a');
    link.href = URL.createObjectURL(blob);
    link.download = name;
    link.click();
    setTimeout(function () { URL.revokeObjectURL(link.href); }, 10000);
  }

  document.addEventListener('click', function (event) {
    var button = event.target.closest('[data-picture]');
    if (!button) { return; }
    var box = button.closest('section').querySelector('[data-chart]');
    var colours = window.csaCharts.palette();
    var name = box.dataset.chart + '-' + document.querySelector('[data-as-of]').textContent.trim().replace(/[^0-9]+/g, '-').replace(/^-|-$/g, '');
    if (button.dataset.picture === 'svg') {
      save(new Blob([svg(box, colours)], { type: 'image/svg+xml' }), name + '.svg');
    } else {
      png(box, colours).then(function (blob) { save(blob, name + '.png'); });
    }
  });
})();
