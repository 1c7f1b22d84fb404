/* Keeps a page's numbers and tables at the newest snapshot, and says whether it does. */
(function () {
  'use strict';
  var page = document.querySelector('[data-live-page]');
  var badge = page.querySelector('[data-live]');
  var state = badge.querySelector('[data-live-text]');
  var asOf = badge.querySelector('[data-as-of]');
  var news = badge.querySelector('[data-live-news]');
  var numbers = new Intl.NumberFormat('en-US');
  var hundredths = new Intl.NumberFormat('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  var limit = Number(page.dataset.listLimit || 100);
  var told = 0;
  var source = null;
  var retry = 2000;
  var seen = false;
  var silentSince = null;

  function zoned() {
    var parts = { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23', timeZone: page.dataset.zone };
    try { return new Intl.DateTimeFormat('sv-SE', parts); } catch (e) { delete parts.timeZone; return new Intl.DateTimeFormat('sv-SE', parts); }
  }
  var times = zoned();

  function counted(value, singular) { return numbers.format(value) + ' ' + singular + (value === 1 ? '' : 's'); }
  function share(part, total) { return total ? (100 * part / total).toFixed(1) + '%' : '–'; }
  function ranked(map) {
    return Object.entries(map).sort(function (a, b) { return b[1] - a[1] || (a[0] < b[0] ? -1 : 1); });
  }

  function put(name, text) {
    var element = page.querySelector('[data-value="' + name + '"]');
    if (!element || element.textContent.trim() === text) { return; }
    element.textContent = text;
    var tile = element.closest('.tile');
    tile.classList.remove('changed');
    void tile.offsetWidth;
    tile.classList.add('changed');
  }

  function hours(value) { return hundredths.format(value); }
  function countedHours(value) { return hours(value) + (Number(value) === 1 ? ' hr' : ' hrs'); }

  function time(data) {
    var timed = data.sessions_with_time_consumed > 0;
    put('hours', timed ? countedHours(data.total_time_consumed_hours) : 'N/A');
    put('minutes', timed ? '(' + counted(data.total_time_consumed_minutes, 'min') + ')' : '');
  }

  function cells(row, texts) {
    texts.forEach(function (text, index) {
      var cell = row.children[index] || row.appendChild(document.createElement(index ? 'td' : 'th'));
      if (!index) { cell.scope = 'row'; }
      cell.className = text.number === undefined ? '' : 'n';
      var shown = String(text.number === undefined ? text : text.number);
      if (cell.textContent !== shown) { cell.textContent = shown; }
    });
  }

  function rows(name, all) {
    var body = page.querySelector('[data-table="' + name + '"]');
    if (!body) { return; }
    all.forEach(function (texts, index) {
      cells(body.rows[index] || body.insertRow(), texts);
    });
    while (body.rows.length > all.length) { body.deleteRow(-1); }
  }

  function n(text) { return { number: text }; }

  function distribution(name, data) {
    rows(name, ranked(data[name]).map(function (e) {
      return [e[0], n(numbers.format(e[1])), n(share(e[1], data.total_records))];
    }));
  }

  function visible(selector, show) {
    page.querySelectorAll(selector).forEach(function (element) { element.hidden = !show; });
  }

  function tables(data) {
    ['region_distribution', 'source_distribution', 'destination_distribution'].forEach(function (name) { distribution(name, data); });
    rows('routes', data.routes.map(function (r) { return [r.source, r.destination, n(numbers.format(r.records)), n(share(r.records, data.total_records))]; }));
    rows('uploads', data.uploads_by_date.map(function (d) { return [d.date, n(numbers.format(d.count))]; }));
    rows('minutes', Object.entries(data.time_consumed_distribution).map(function (e) { return [counted(Number(e[0]), 'min'), n(numbers.format(e[1]))]; }));
    rows('daily', data.daily_time_consumed.map(function (d) {
      return [d.date, n(counted(d.total_minutes, 'min') + ' (' + counted(d.session_count, 'record') + ')'), n(hours(d.hours))];
    }));
    var duplicates = data.duplicate_customers.slice(0, limit);
    rows('duplicates', duplicates.map(function (d) { return [d.customer, n(numbers.format(d.occurrences))]; }));
    var note = page.querySelector('[data-duplicates-note]');
    if (note) {
      note.textContent = data.duplicate_customers_count > duplicates.length
        ? 'the first ' + numbers.format(duplicates.length) + ' of ' + numbers.format(data.duplicate_customers_count) : 'more than one record';
    }
    var total = page.querySelector('[data-table="daily-total"]');
    if (total) {
      cells(total, ['Total', n(counted(data.total_time_consumed_minutes, 'min') + ' (' + counted(data.sessions_with_time_consumed, 'record') + ')'), n(hours(data.total_time_consumed_hours))]);
    }
  }

  function show(data) {
    seen = true;
    ['total_records', 'total_customers', 'total_sessions_reviewed', 'duplicate_customers_count', 'regions_covered', 'sources_covered', 'destinations_covered']
      .forEach(function (name) { put(name, numbers.format(data[name])); });
    time(data);
    tables(data);
    visible('[data-when-empty]', data.total_records === 0);
    visible('[data-when-filled]', data.total_records > 0);
    visible('[data-when-timed]', data.sessions_with_time_consumed > 0);
    visible('[data-when-untimed]', data.sessions_with_time_consumed === 0);
    visible('[data-when-duplicates]', data.duplicate_customers_count > 0);
    stamp(data);
    document.dispatchEvent(new CustomEvent('csa:insights', { detail: data }));
  }

  function stamp(data) {
    if (data.as_of && (data.total_records || new Date(data.as_of).getTime() > 0)) {
      asOf.dateTime = data.as_of;
      asOf.textContent = times.format(new Date(data.as_of));
    }
    if (Date.now() - told > 30000) {
      if (told) { news.textContent = counted(data.total_records, 'record') + ', ' + counted(data.total_customers, 'customer'); }
      told = Date.now();
    }
  }

  function live() {
    retry = 2000;
    if (silentSince) {
      badge.dataset.state = 'off';
      state.textContent = 'Not current, Kafka has not answered since ' + times.format(silentSince).slice(-8) + ' · as of';
      return;
    }
    badge.dataset.state = 'live';
    state.textContent = 'Live · as of';
  }

  function notLive() {
    if (badge.dataset.state === 'off') { return; }
    badge.dataset.state = 'off';
    state.textContent = 'Not live since ' + times.format(new Date()).slice(-8) + ', trying again · as of';
  }

  function connect() {
    if (source) { source.close(); }
    source = new EventSource('/api/insights/stream');
    source.addEventListener('open', function () { silentSince = null; live(); });
    source.addEventListener('condition', function (event) {
      var condition = JSON.parse(event.data);
      silentSince = condition.current ? null : new Date(Date.now() - 1000 * condition.silent_for_seconds);
      live();
    });
    source.addEventListener('insights', function (event) {
      live();
      show(JSON.parse(event.data));
      delete badge.dataset.fresh;
      void badge.offsetWidth;
      badge.dataset.fresh = '';
    });
    source.addEventListener('error', function () {
      notLive();
      if (source.readyState === EventSource.CLOSED) {
        setTimeout(connect, retry);
        retry = Math.min(retry * 2, 15000);
      }
    });
  }

  function fold() {
    document.querySelectorAll('.chart ~ .twin[open]').forEach(function (twin) { twin.open = false; });
    document.documentElement.dataset.ready = '';
  }

  fold();
  window.addEventListener('offline', notLive);
  window.addEventListener('pagehide', function () { if (source) { source.close(); } });
  window.addEventListener('pageshow', function (event) { if (event.persisted) { connect(); } });
  connect();
  if (page.querySelector('[data-chart]')) {
    fetch('/api/insights', { headers: { Accept: 'application/json' } })
      .then(function (answer) { return answer.ok ? answer.json() : Promise.reject(answer.status); })
      .then(function (data) { if (!seen) { show(data); } })
      .catch(function () { /* the stream tries again */ });
  }
})();
