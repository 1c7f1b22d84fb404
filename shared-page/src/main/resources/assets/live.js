/* Keeps a page's answer at the newest snapshot, and says whether it does. What changed is taken over from the page as the server
   renders it now, so numbers are written in one place; focus, scrolling and open boxes stay. */
(function () {
  'use strict';
  var page = document.querySelector('[data-live-page]');
  var badge = page.querySelector('[data-live]');
  var state = badge.querySelector('[data-live-text]');
  var away = document.querySelector('[data-away]');
  var PAUSE = 700;
  var silentSince = null;
  var source = null;
  var retry = 2000;
  var told = Date.now();
  var pending = false;
  var busy = null;
  var asked = 0;
  var going = null;

  function clock(date) {
    var parts = { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23', timeZone: page.dataset.zone };
    try { return new Intl.DateTimeFormat('sv-SE', parts).format(date); } catch (e) { delete parts.timeZone; return new Intl.DateTimeFormat('sv-SE', parts).format(date); }
  }

  function part(root, name) { return root.querySelector('[data-part="' + CSS.escape(name) + '"]'); }

  /* Focus stays on what has the same id or leads to the same place. */
  function keepingFocus(element, change) {
    var focused = element.contains(document.activeElement) ? document.activeElement : null;
    var open = Array.from(element.querySelectorAll('details[open][id]')).map(function (box) { return box.id; });
    change();
    open.forEach(function (id) { var box = document.getElementById(id); if (box) { box.open = true; } });
    if (!focused || focused.isConnected) { return; }
    var same = focused.id ? document.getElementById(focused.id)
      : Array.from(element.querySelectorAll('a, input')).find(function (one) {
        return focused.getAttribute('href') ? one.getAttribute('href') === focused.getAttribute('href') || one.textContent === focused.textContent
          : one.name === focused.name && one.value === focused.value;
      });
    if (same) { same.focus({ preventScroll: true }); }
  }

  function take(element, other) {
    var before = Array.from(element.querySelectorAll('[data-value]')).map(function (value) { return value.textContent; });
    keepingFocus(element, function () {
      element.replaceChildren.apply(element, Array.from(other.childNodes).map(function (node) { return document.importNode(node, true); }));
    });
    Array.from(element.attributes).concat(Array.from(other.attributes)).forEach(function (attribute) {
      if (attribute.name === 'open') { return; }
      if (other.hasAttribute(attribute.name)) { element.setAttribute(attribute.name, other.getAttribute(attribute.name)); } else { element.removeAttribute(attribute.name); }
    });
    element.querySelectorAll('[data-value]').forEach(function (value, index) {
      if (before[index] !== undefined && before[index] !== value.textContent) { value.closest('.tile').classList.add('changed'); }
    });
  }

  function patch(fresh, whole) {
    page.querySelectorAll('[data-part]').forEach(function (element) {
      var other = part(fresh, element.dataset.part);
      if (other && (whole || !element.hasAttribute('data-form')) && !element.isEqualNode(other)) { take(element, other); }
    });
    var asOf = fresh.querySelector('[data-as-of]');
    var shown = badge.querySelector('[data-as-of]');
    shown.dateTime = asOf.dateTime;
    shown.textContent = asOf.textContent;
    document.dispatchEvent(new CustomEvent('csa:answer'));
  }

  function tell(always) {
    var words = part(page, 'words');
    if (words && (always || Date.now() - told > 30000)) {
      badge.querySelector('[data-live-news]').textContent = words.textContent.trim();
      told = Date.now();
    }
  }

  /* Says whether its answer was taken: not when another page was asked for meanwhile. */
  function get(url, whole) {
    var turn = ++asked;
    return fetch(url, { headers: { Accept: 'text/html' } })
      .then(function (answer) { return answer.ok ? answer.text() : Promise.reject(answer.status); })
      .then(function (html) {
        var fresh = new DOMParser().parseFromString(html, 'text/html');
        if (!fresh.querySelector('[data-live-page]')) { return Promise.reject('another page'); }
        if (turn !== asked) { return false; }
        here();
        patch(fresh, whole);
        tell(whole);
        badge.dataset.fresh = '';
        return true;
      });
  }

  /* One at a time, and with pauses that grow with the time an answer takes. Without an answer it asks again. */
  function refresh() {
    if (busy || going || document.hidden) { pending = true; return; }
    pending = false;
    var began = performance.now();
    delete badge.dataset.fresh;
    busy = get(location.href, false).then(function () {
      if (source.readyState === EventSource.OPEN) { live(); }
      return PAUSE;
    }, function () {
      gone();
      pending = true;
      return 4 * PAUSE;
    }).then(function (pause) {
      return new Promise(function (done) { setTimeout(done, Math.max(pause, 4 * (performance.now() - began))); });
    }).then(function () { busy = null; if (pending) { refresh(); } });
  }

  /* Shows the page of another filter in place of this one. The last one asked for wins, and news wait until it is here. */
  function go(url, remember) {
    var waiting = setTimeout(function () { page.setAttribute('aria-busy', 'true'); }, 150);
    going = url;
    return get(url, true).then(function (taken) {
      if (taken && remember) { history.pushState(null, '', url); }
      return taken;
    }, function () {
      if (going === url) { location.assign(url); }
      return false;
    }).then(function (taken) {
      clearTimeout(waiting);
      if (!taken) { return; }
      going = null;
      page.removeAttribute('aria-busy');
      if (pending) { refresh(); }
    });
  }

  function gone() {
    if (away) { away.hidden = false; }
    notLive();
  }

  function here() { if (away) { away.hidden = true; } }

  function live() {
    retry = 2000;
    here();
    badge.dataset.state = silentSince ? 'off' : 'live';
    state.textContent = silentSince ? 'Not current, Kafka has not answered since ' + clock(silentSince) + ' · as of' : 'Live · as of';
  }

  function notLive() {
    if (badge.dataset.state === 'off') { return; }
    badge.dataset.state = 'off';
    state.textContent = 'Not live since ' + clock(new Date()) + ', trying again · as of';
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
    source.addEventListener('insights', function () { live(); refresh(); });
    source.addEventListener('error', function () {
      notLive();
      if (away && Date.now() - told > 0) { away.hidden = false; }
      if (source.readyState === EventSource.CLOSED) {
        setTimeout(connect, retry);
        retry = Math.min(retry * 2, 15000);
      }
    });
  }

  function plain(event) {
    return event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
  }

  document.documentElement.dataset.ready = '';
  document.addEventListener('click', function (event) {
    var link = event.target.closest('a[data-go]');
    if (link && plain(event)) { event.preventDefault(); go(link.href, true); }
    if (event.target.closest('[data-try]')) { connect(); refresh(); }
  });
  document.addEventListener('csa:go', function (event) { event.preventDefault(); go(event.detail, true); });
  document.addEventListener('visibilitychange', function () { if (!document.hidden && pending) { refresh(); } });
  window.addEventListener('popstate', function () { go(location.href, false); });
  window.addEventListener('offline', gone);
  window.addEventListener('pagehide', function () { if (source) { source.close(); } });
  window.addEventListener('pageshow', function (event) { if (event.persisted) { connect(); } });
  connect();
})();
