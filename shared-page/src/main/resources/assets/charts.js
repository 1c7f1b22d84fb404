/* Draws the charts from the tables below them, in the colours of the current theme; a click or Enter does what the row's link does. */
(function () {
  'use strict';
  var root = document.documentElement;
  var still = window.matchMedia('(prefers-reduced-motion: reduce)');
  var charts = new Map();

  function number(value) {
    return String(value).replace(/\B(?=(\d{3})+$)/g, root.dataset.grouping || ',');
  }
  function counted(value, singular) { return number(value) + ' ' + singular + (value === 1 ? '' : 's'); }
  function percent(part, total) { return (100 * part / total).toFixed(1).replace('.', root.dataset.point || '.') + '%'; }

  function palette(scheme) {
    var probe = document.body.appendChild(document.createElement('i'));
    if (scheme) { probe.style.colorScheme = scheme; }
    function colour(name) { probe.style.color = 'var(--' + name + ')'; return getComputedStyle(probe).color; }
    var colours = {
      ink: colour('ink'), muted: colour('muted'), line: colour('line'), surface: colour('surface'),
      series: [1, 2, 3, 4, 5, 6, 7, 8].map(function (i) { return colour('chart-' + i); })
    };
    probe.remove();
    return colours;
  }

  /* ECharts keeps names and drawn texts as keys of plain objects, where '__proto__' does harm: every name gets a character without width in front. */
  var mark = '\u200B';
  var otherMark = '\u200C';

  function table(box) { return box.closest('section').querySelector('tbody[data-table]'); }

  /* What the rows say: a name, a number, the number before, and whether a bucket is partial. */
  function read(box) {
    var body = table(box);
    var compared = body.hasAttribute('data-compared');
    return Array.from(body.rows).filter(function (row) { return row.dataset.n !== undefined; }).map(function (row) {
      return {
        row: row, name: mark + (row.dataset.name || row.cells[0].textContent), n: Number(row.dataset.n), count: Number(row.dataset.count || 0),
        before: compared ? Number(row.dataset.before || 0) : null, partial: row.hasAttribute('data-partial'), other: row.dataset.other,
        chosen: Boolean(row.querySelector('[data-go][aria-current]'))
      };
    });
  }

  /* The first of them, and those that are chosen in any case. */
  function first(rows, most) {
    var shown = new Set(rows.filter(function (r) { return r.chosen; }).concat(rows.filter(function (r) { return !r.chosen; })).slice(0, most));
    return rows.filter(function (r) { return shown.has(r); });
  }

  /* What is not chosen steps back, where something is. */
  function paler(rows) {
    var some = rows.some(function (r) { return r.chosen; });
    return function (r) { return some && !r.chosen ? 0.35 : 1; };
  }

  /* A paler colour that leaves what is written beside it as it is. */
  function faint(colour, opacity) { return opacity === 1 ? colour : colour.replace(/^rgb\((.*)\)$/, 'rgba($1, ' + opacity + ')'); }

  function ticked(r, name) { return (r && r.chosen ? '✓ ' : '') + name; }

  function top(rows, most) {
    var shown = new Set(first(rows, most));
    var rest = rows.filter(function (r) { return !shown.has(r); });
    function sum(key) { return rest.reduce(function (all, row) { return all + (row[key] || 0); }, 0); }
    return Array.from(shown).concat(rest.length
      ? [{ row: null, name: otherMark + 'All others', n: sum('n'), before: rows[0].before === null ? null : sum('before') }] : []);
  }

  function size() { return parseFloat(getComputedStyle(document.body).fontSize) * 0.8; }

  function base(c) {
    var style = getComputedStyle(document.body);
    return {
      animation: !still.matches, animationDuration: 400, animationDurationUpdate: 400, color: c.series,
      aria: { enabled: true, label: { enabled: false }, decal: { show: false } },
      textStyle: { fontFamily: style.fontFamily, fontSize: size(), color: c.muted },
      tooltip: {
        renderMode: 'richText', confine: true, backgroundColor: c.surface, borderColor: c.line,
        textStyle: { color: c.ink, fontSize: size() }
      },
      grid: { left: 8, right: 40, top: 24, bottom: 8, containLabel: true }
    };
  }

  /* Quiet ones: they tell slices apart where colours do not. */
  var patterns = [
    { symbol: 'none' },
    { symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [2, 6], rotation: Math.PI / 4 },
    { symbol: 'circle', symbolSize: 0.5, dashArrayX: [[8, 8], [0, 8, 8, 0]], dashArrayY: [6, 0] },
    { symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [2, 6], rotation: -Math.PI / 4 },
    { symbol: 'rect', dashArrayX: [[6, 6], [0, 6, 6, 0]], dashArrayY: [6, 0] },
    { symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [2, 6] },
    { symbol: 'triangle', symbolSize: 0.7, dashArrayX: [[9, 9], [0, 9, 9, 0]], dashArrayY: [7, 2] },
    { symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [2, 6], rotation: Math.PI / 2 }
  ].map(function (pattern) { return Object.assign({ color: 'rgba(255, 255, 255, 0.3)' }, pattern); });

  function hatch(colour) {
    return { symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [2, 5], rotation: Math.PI / 4, color: colour };
  }

  function valueAxis(c) {
    return { type: 'value', minInterval: 1, axisLabel: { color: c.muted, fontSize: size(), formatter: number }, splitLine: { lineStyle: { color: c.line } } };
  }

  function nameAxis(c, names) {
    return { type: 'category', data: names, axisTick: { show: false }, axisLine: { lineStyle: { color: c.line } }, axisLabel: { color: c.muted, fontSize: size(), hideOverlap: true } };
  }

  function isCompared(rows) { return rows.length > 0 && rows[0].before !== null; }

  function said(row, unit, total) {
    return row.name + (row.chosen ? ' (chosen)' : '') + '\n' + counted(row.n, unit || 'record') + (total ? ', ' + percent(row.n, total) : '')
      + (row.count ? ' (' + counted(row.count, 'record') + ')' : '')
      + (row.before === null || row.before === undefined ? '' : '\nbefore: ' + number(row.before)) + (row.partial ? '\nonly a part of it' : '');
  }

  function tips(c, rows, unit, total) {
    return Object.assign(base(c).tooltip, { formatter: function (p) { return said(rows[p.dataIndex], unit, total); } });
  }

  function bars(rows, c) {
    var shown = top(rows, 15).reverse();
    var names = nameAxis(c, shown.map(function (r) { return r.name; }));
    names.axisLabel = { color: c.ink, fontSize: size(), width: 110, overflow: 'truncate', formatter: function (name, i) { return ticked(shown[i], name); } };
    var opacity = paler(shown);
    var series = [{ type: 'bar', barMaxWidth: 22, itemStyle: { color: c.series[0], borderRadius: [0, 4, 4, 0] }, data: shown.map(function (r) { return { value: r.n, itemStyle: { color: faint(c.series[0], opacity(r)) } }; }),
      label: { show: true, position: 'right', color: c.ink, fontSize: size(), formatter: function (p) { return number(p.value); } } }];
    if (isCompared(shown)) {
      series.unshift({ type: 'bar', barMaxWidth: 10, itemStyle: { color: c.line, borderColor: c.muted, decal: hatch(c.muted) }, data: shown.map(function (r) { return r.before; }) });
    }
    return { rows: shown, series: series.length - 1, option: Object.assign(base(c), {
      tooltip: tips(c, shown),
      grid: { left: 8, right: 56, top: 4, bottom: 4, containLabel: true },
      xAxis: Object.assign(valueAxis(c), { axisLabel: { show: false }, splitLine: { show: false } }), yAxis: names, series: series
    }) };
  }

  function shares(rows, c, width) {
    var wide = width > 430;
    var slices = top(rows, 7);
    var total = slices.reduce(function (sum, r) { return sum + r.n; }, 0);
    var byName = new Map(slices.map(function (r) { return [r.name, r]; }));
    var center = wide ? ['31%', '50%'] : ['50%', '44%'];
    var opacity = paler(slices);
    function ring(radius, key, more) {
      return Object.assign({ type: 'pie', radius: radius, center: center, label: { show: false }, itemStyle: { borderColor: c.surface, borderWidth: 2, borderRadius: 4 },
        data: slices.map(function (r) { return { name: r.name, value: r[key], itemStyle: { opacity: opacity(r) } }; }) }, more);
    }
    return { rows: slices, series: 0, option: Object.assign(base(c), {
      aria: { enabled: true, label: { enabled: false }, decal: { show: true, decals: patterns } },
      tooltip: Object.assign(base(c).tooltip, { formatter: function (p) { return p.seriesIndex ? p.name + '\nbefore: ' + number(p.value) : said(slices[p.dataIndex], 'record', total); } }),
      legend: { type: 'scroll', orient: wide ? 'vertical' : 'horizontal', bottom: wide ? 'auto' : 0, right: wide ? 0 : 'auto', top: wide ? 'middle' : 'auto', itemWidth: 16, itemHeight: 16, itemGap: 12, pageIconColor: c.muted, pageTextStyle: { color: c.muted }, textStyle: { color: c.ink, fontSize: size() },
        formatter: function (text) { return ticked(byName.get(text), text.length > 19 ? text.slice(0, 18) + '…' : text) + '  ' + (byName.has(text) && total ? percent(byName.get(text).n, total) : ''); } },
      series: [ring(['50%', '78%'], 'n')].concat(isCompared(slices) && slices.some(function (r) { return r.before > 0; }) ? [ring(['34%', '44%'], 'before', { itemStyle: { opacity: 0.55, borderColor: c.surface, borderWidth: 2 } })] : [])
    }) };
  }

  function flow(rows, c) {
    var routes = first(rows, 40);
    var opacity = paler(routes);
    var left = Array.from(new Set(routes.map(function (r) { return r.name; })));
    var right = Array.from(new Set(routes.map(function (r) { return otherMark + r.other; })));
    function nodes(names, side) {
      return names.map(function (name, i) {
        return { name: name, itemStyle: { color: side === 'left' ? c.series[i % 8] : c.muted }, label: { position: side === 'left' ? 'right' : 'left' } };
      });
    }
    return { rows: routes, series: 0, edges: true, said: function (r) { return r.name + ' → ' + r.other + (r.chosen ? ' (chosen)' : '') + '\n' + counted(r.n, 'record'); }, option: Object.assign(base(c), {
      tooltip: Object.assign(base(c).tooltip, { formatter: function (p) {
        return p.dataType === 'edge' ? p.data.source + ' → ' + p.data.target + '\n' + counted(p.value, 'record') : p.name + '\n' + counted(p.value, 'record');
      } }),
      series: [{ type: 'sankey', left: 4, right: 4, top: 8, bottom: 8, nodeWidth: 12, nodeGap: 10, draggable: false, emphasis: { focus: 'adjacency' },
        data: nodes(left, 'left').concat(nodes(right, 'right')),
        links: routes.map(function (r) { return { source: r.name, target: otherMark + r.other, value: r.n, lineStyle: { opacity: 0.5 * opacity(r) } }; }),
        lineStyle: { color: 'source', opacity: 0.32, curveness: 0.5 },
        label: { color: c.ink, fontSize: size(), textBorderColor: c.surface, textBorderWidth: 3, width: 140, overflow: 'truncate' } }]
    }) };
  }

  /* The steps to and from a partial bucket are dashed. */
  function line(rows, c) {
    function whole(r, i) { return r.partial ? null : r.n; }
    function part(r, i) { return r.partial || (rows[i + 1] && rows[i + 1].partial) || (rows[i - 1] && rows[i - 1].partial) ? r.n : null; }
    var few = rows.length < 40;
    var series = [
      { type: 'line', showSymbol: few, symbolSize: 7, lineStyle: { width: 2.5 }, areaStyle: { opacity: 0.14 }, itemStyle: { color: c.series[0] }, data: rows.map(whole) },
      { type: 'line', symbol: 'emptyCircle', symbolSize: 8, lineStyle: { width: 2, type: 'dashed' }, itemStyle: { color: c.series[0] }, data: rows.map(part), z: 1 }];
    if (isCompared(rows)) {
      series.push({ type: 'line', showSymbol: false, lineStyle: { width: 2, type: 'dotted' }, itemStyle: { color: c.muted }, data: rows.map(function (r) { return r.before; }), z: 0 });
    }
    return { rows: rows, series: 0, option: Object.assign(base(c), {
      tooltip: Object.assign(base(c).tooltip, { trigger: 'axis', formatter: function (p) { return said(rows[p[0].dataIndex]); } }),
      xAxis: Object.assign(nameAxis(c, rows.map(function (r) { return r.name; })), { boundaryGap: true }), yAxis: valueAxis(c), series: series
    }) };
  }

  function columns(rows, c, unit, colour) {
    var opacity = paler(rows);
    var series = [{ type: 'bar', barMaxWidth: 28, data: rows.map(function (r) {
      return { value: r.n, itemStyle: { color: colour, opacity: opacity(r), borderRadius: [3, 3, 0, 0], decal: r.partial ? hatch(c.surface) : null } };
    }) }];
    if (isCompared(rows)) {
      series.unshift({ type: 'bar', barMaxWidth: 14, itemStyle: { color: c.line, borderColor: c.muted, decal: hatch(c.muted) }, data: rows.map(function (r) { return r.before; }) });
    }
    return { rows: rows, series: series.length - 1, unit: unit, option: Object.assign(base(c), {
      tooltip: tips(c, rows, unit), xAxis: nameAxis(c, rows.map(function (r) { return r.name; })), yAxis: valueAxis(c), series: series
    }) };
  }

  function minutes(rows, c) { return columns(rows, c, 'record', c.series[2]); }

  function daily(rows, c, width) {
    var fitting = Math.max(3, Math.floor(width / 92));
    var drawn = columns(rows, c, 'min', c.series[1]);
    var zoomed = rows.length > fitting;
    drawn.option.grid = { left: 8, right: 16, top: 40, bottom: zoomed ? 44 : 8, containLabel: true };
    drawn.option.dataZoom = { type: 'slider', show: zoomed, height: 22, bottom: 6, startValue: Math.max(0, rows.length - fitting), endValue: rows.length - 1, showDetail: false, borderColor: c.line, textStyle: { color: c.muted } };
    drawn.option.series[drawn.series].barMaxWidth = 44;
    drawn.option.series[drawn.series].label = { show: true, position: 'top', color: c.ink, fontSize: size(), lineHeight: size() * 1.25, align: 'center',
      formatter: function (p) { return counted(rows[p.dataIndex].n, 'min') + '\n(' + counted(rows[p.dataIndex].count, 'record') + ')'; } };
    return drawn;
  }

  var kinds = { flow: flow, bars: bars, shares: shares, line: line, minutes: minutes, daily: daily };

  /* The option of a chart at this width, and the rows behind its elements. */
  function drawing(box, width, colours) { return kinds[box.dataset.kind](read(box), colours || palette(), width); }

  function follow(row) {
    var link = row && row.row && row.row.querySelector('a[data-go]');
    if (link) { link.click(); }
  }

  function start(box) {
    var chart = window.echarts.init(box);
    var state = { chart: chart, drawn: null, at: -1 };
    charts.set(box, state);
    new ResizeObserver(function () { chart.resize(); }).observe(box);
    chart.on('click', function (p) {
      var rows = state.drawn.rows;
      if (!state.drawn.edges) { follow(rows[p.dataIndex]); return; }
      if (p.dataType === 'edge') { follow(rows[p.dataIndex]); return; }
      var node = document.querySelector('[data-node="' + CSS.escape(p.name.charAt(0) === otherMark ? 'destination' : 'source') + '"][data-node-name="' + CSS.escape(p.name.slice(1)) + '"]');
      if (node) { node.click(); }
    });
    box.addEventListener('keydown', function (event) { keys(event, box, state); });
    box.addEventListener('blur', function () { quiet(box, state); });
    return state;
  }

  function point(state, type) {
    state.chart.dispatchAction({ type: type, seriesIndex: state.drawn.series, dataIndex: state.at, dataType: state.drawn.edges ? 'edge' : undefined });
  }

  function quiet(box, state) {
    if (state.at >= 0) { point(state, 'downplay'); state.chart.dispatchAction({ type: 'hideTip' }); }
    state.at = -1;
    box.parentElement.querySelector('[data-said]').textContent = '';
  }

  /* Arrows go from element to element, Enter filters by it, Escape leaves. */
  function keys(event, box, state) {
    var rows = state.drawn ? state.drawn.rows : [];
    var steps = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };
    if (event.key === 'Enter') { follow(rows[state.at]); return; }
    if (event.key === 'Escape') { quiet(box, state); return; }
    if (!rows.length || !(event.key in steps || event.key === 'Home' || event.key === 'End')) { return; }
    event.preventDefault();
    var next = event.key === 'Home' ? 0 : event.key === 'End' ? rows.length - 1 : state.at + steps[event.key];
    if (state.at >= 0) { point(state, 'downplay'); }
    state.at = Math.max(0, Math.min(rows.length - 1, next));
    point(state, 'highlight');
    point(state, 'showTip');
    var text = (state.drawn.said || function (r) { return said(r, state.drawn.unit); })(rows[state.at]);
    box.parentElement.querySelector('[data-said]').textContent = text.replace(/[\u200B\u200C]/g, '').replace(/\n/g, ', ');
  }

  function draw() {
    document.querySelectorAll('[data-chart]').forEach(function (box) {
      if (!box.clientWidth || !table(box)) { return; }
      var state = charts.get(box) || start(box);
      state.drawn = drawing(box, box.clientWidth);
      state.chart.setOption(state.drawn.option, { replaceMerge: ['series'] });
      box.dataset.drawn = '';
    });
  }

  document.querySelectorAll('.chart ~ .twin[open]').forEach(function (twin) { twin.open = false; });
  window.csaCharts = { drawing: drawing, palette: palette };
  document.addEventListener('csa:answer', draw);
  document.addEventListener('csa:theme', draw);
  draw();
})();
