/* Draws the charts of the insights page in the colours of the current theme. */
(function () {
  'use strict';
  var still = window.matchMedia('(prefers-reduced-motion: reduce)');
  var numbers = new Intl.NumberFormat('en-US');
  var charts = new Map();
  var newest = null;

  function counted(value, singular) { return numbers.format(value) + ' ' + singular + (value === 1 ? '' : 's'); }

  function palette() {
    var probe = document.body.appendChild(document.createElement('i'));
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

  function ranked(map, most) {
    var all = Object.entries(map).sort(function (a, b) { return b[1] - a[1] || (a[0] < b[0] ? -1 : 1); })
      .map(function (e) { return [mark + e[0], e[1]]; });
    var rest = all.slice(most).reduce(function (sum, e) { return sum + e[1]; }, 0);
    return all.slice(0, most).concat(rest ? [[otherMark + 'All others', rest]] : []);
  }

  function size() { return parseFloat(getComputedStyle(document.body).fontSize) * 0.8; }

  function base(c) {
    var style = getComputedStyle(document.body);
    return {
      animation: !still.matches, animationDuration: 400, animationDurationUpdate: 400, color: c.series,
      textStyle: { fontFamily: style.fontFamily, fontSize: size(), color: c.muted },
      tooltip: {
        renderMode: 'richText', confine: true, backgroundColor: c.surface, borderColor: c.line,
        textStyle: { color: c.ink, fontSize: size() }
      },
      grid: { left: 8, right: 16, top: 24, bottom: 8, containLabel: true }
    };
  }

  function valueAxis(c) {
    return { type: 'value', minInterval: 1, axisLabel: { color: c.muted, fontSize: size(), formatter: function (v) { return numbers.format(v); } }, splitLine: { lineStyle: { color: c.line } } };
  }

  function nameAxis(c, names) {
    return { type: 'category', data: names, axisTick: { show: false }, axisLine: { lineStyle: { color: c.line } }, axisLabel: { color: c.muted, fontSize: size(), hideOverlap: true } };
  }

  function regions(data, c) {
    var top = ranked(data.region_distribution, 15).reverse();
    var names = nameAxis(c, top.map(function (e) { return e[0]; }));
    names.axisLabel = { color: c.ink, fontSize: size(), width: 110, overflow: 'truncate' };
    return Object.assign(base(c), {
      tooltip: Object.assign(base(c).tooltip, { formatter: function (p) { return p.name + '\n' + counted(p.value, 'record'); } }),
      grid: { left: 8, right: 56, top: 4, bottom: 4, containLabel: true },
      xAxis: Object.assign(valueAxis(c), { axisLabel: { show: false }, splitLine: { show: false } }), yAxis: names,
      series: [{ type: 'bar', barMaxWidth: 22, itemStyle: { color: c.series[0], borderRadius: [0, 4, 4, 0] }, data: top.map(function (e) { return e[1]; }),
        label: { show: true, position: 'right', color: c.ink, fontSize: size(), formatter: function (p) { return numbers.format(p.value); } } }]
    });
  }

  function shares(map, c, box) {
    var wide = box.clientWidth > 430;
    var slices = ranked(map, 7);
    var total = slices.reduce(function (sum, e) { return sum + e[1]; }, 0);
    var byName = new Map(slices);
    function percent(slice) { return (100 * byName.get(slice) / total).toFixed(1) + '%'; }
    return Object.assign(base(c), {
      tooltip: Object.assign(base(c).tooltip, { formatter: function (p) { return p.name + '\n' + counted(p.value, 'record') + ', ' + percent(p.name); } }),
      legend: { type: 'scroll', orient: wide ? 'vertical' : 'horizontal', bottom: wide ? 'auto' : 0, right: wide ? 0 : 'auto', top: wide ? 'middle' : 'auto', icon: 'circle', itemGap: 14, pageIconColor: c.muted, pageTextStyle: { color: c.muted }, textStyle: { color: c.ink, fontSize: size() },
        formatter: function (text) { return (text.length > 19 ? text.slice(0, 18) + '…' : text) + '  ' + (byName.has(text) ? percent(text) : ''); } },
      series: [{ type: 'pie', radius: ['50%', '78%'], center: wide ? ['31%', '50%'] : ['50%', '44%'], label: { show: false }, itemStyle: { borderColor: c.surface, borderWidth: 2, borderRadius: 4 },
        data: slices.map(function (e) { return { name: e[0], value: e[1] }; }) }]
    });
  }

  function flow(data, c) {
    var routes = data.routes.slice().sort(function (a, b) { return b.records - a.records; }).slice(0, 40);
    var left = Array.from(new Set(routes.map(function (r) { return r.source; })));
    var right = Array.from(new Set(routes.map(function (r) { return r.destination; })));
    function nodes(names, side) {
      return names.map(function (name, i) {
        return { name: side + name, itemStyle: { color: side === mark ? c.series[i % 8] : c.muted }, label: { position: side === mark ? 'right' : 'left' } };
      });
    }
    return Object.assign(base(c), {
      tooltip: Object.assign(base(c).tooltip, { formatter: function (p) {
        return p.dataType === 'edge' ? p.data.source + ' → ' + p.data.target + '\n' + counted(p.value, 'record') : p.name + '\n' + counted(p.value, 'record');
      } }),
      series: [{ type: 'sankey', left: 4, right: 4, top: 8, bottom: 8, nodeWidth: 12, nodeGap: 10, draggable: false, emphasis: { focus: 'adjacency' },
        data: nodes(left, mark).concat(nodes(right, otherMark)),
        links: routes.map(function (r) { return { source: mark + r.source, target: otherMark + r.destination, value: r.records }; }),
        lineStyle: { color: 'source', opacity: 0.32, curveness: 0.5 },
        label: { color: c.ink, fontSize: size(), textBorderColor: c.surface, textBorderWidth: 3, width: 140, overflow: 'truncate' } }]
    });
  }

  function uploads(data, c) {
    return Object.assign(base(c), {
      tooltip: Object.assign(base(c).tooltip, { trigger: 'axis', formatter: function (p) { return p[0].value[0] + '\n' + counted(p[0].value[1], 'record'); } }),
      xAxis: { type: 'time', axisLine: { lineStyle: { color: c.line } }, axisLabel: { color: c.muted, fontSize: size(), hideOverlap: true } }, yAxis: valueAxis(c),
      series: [{ type: 'line', showSymbol: data.uploads_by_date.length < 30, symbolSize: 7, lineStyle: { width: 2.5 }, areaStyle: { opacity: 0.14 }, itemStyle: { color: c.series[0] },
        data: data.uploads_by_date.map(function (d) { return [d.date, d.count]; }) }]
    });
  }

  function minutes(data, c) {
    var all = Object.entries(data.time_consumed_distribution);
    return Object.assign(base(c), {
      tooltip: Object.assign(base(c).tooltip, { formatter: function (p) { return counted(Number(p.name), 'min') + '\n' + counted(p.value, 'record'); } }),
      xAxis: nameAxis(c, all.map(function (e) { return e[0]; })), yAxis: valueAxis(c),
      series: [{ type: 'bar', barMaxWidth: 28, itemStyle: { color: c.series[2], borderRadius: [3, 3, 0, 0] }, data: all.map(function (e) { return e[1]; }) }]
    });
  }

  function daily(data, c, box) {
    var days = data.daily_time_consumed;
    var fitting = Math.max(3, Math.floor(box.clientWidth / 92));
    var zoomed = days.length > fitting;
    function words(day, between) { return counted(day.total_minutes, 'min') + between + '(' + counted(day.session_count, 'record') + ')'; }
    return Object.assign(base(c), {
      tooltip: Object.assign(base(c).tooltip, { formatter: function (p) { return p.name + '\n' + words(days[p.dataIndex], ' '); } }),
      grid: { left: 8, right: 16, top: 40, bottom: zoomed ? 44 : 8, containLabel: true },
      dataZoom: { type: 'slider', show: zoomed, height: 22, bottom: 6, startValue: Math.max(0, days.length - fitting), endValue: days.length - 1, showDetail: false, borderColor: c.line, textStyle: { color: c.muted } },
      xAxis: nameAxis(c, days.map(function (d) { return d.date; })), yAxis: valueAxis(c),
      series: [{ type: 'bar', barMaxWidth: 44, itemStyle: { color: c.series[1], borderRadius: [3, 3, 0, 0] }, data: days.map(function (d) { return d.total_minutes; }),
        label: { show: true, position: 'top', color: c.ink, fontSize: size(), lineHeight: size() * 1.25, align: 'center', formatter: function (p) { return words(days[p.dataIndex], '\n'); } } }]
    });
  }

  var kinds = {
    flow: flow, regions: regions, uploads: uploads, minutes: minutes, daily: daily,
    sources: function (data, c, box) { return shares(data.source_distribution, c, box); },
    destinations: function (data, c, box) { return shares(data.destination_distribution, c, box); }
  };

  function draw() {
    if (!newest) { return; }
    var c = palette();
    document.querySelectorAll('[data-chart]').forEach(function (box) {
      if (!box.clientWidth) { return; }
      var chart = charts.get(box);
      if (!chart) {
        chart = window.echarts.init(box);
        charts.set(box, chart);
        new ResizeObserver(function () { chart.resize(); }).observe(box);
      }
      chart.setOption(kinds[box.dataset.chart](newest, c, box));
    });
  }

  document.addEventListener('csa:insights', function (event) { newest = event.detail; draw(); });
  document.addEventListener('csa:theme', draw);
})();
