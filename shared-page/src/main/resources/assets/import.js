/* The import page: each chosen file is checked first, then sent; what breaks off goes on by itself, with the same key. */
(function () {
  'use strict';
  var page = document.querySelector('[data-import-page]');
  var drop = page.querySelector('[data-drop]');
  var input = document.getElementById('files');
  var queue = page.querySelector('[data-queue]');
  var template = page.querySelector('[data-file-template]');
  var announcer = page.querySelector('[data-announce]');

  var BULK = '/api/sessions/bulk';
  var POLL = 500;
  var PATIENCE = 1500;
  var MAX_VAIN_TRIES = 5;
  var SHOWN = 20;
  var FORMATS = { csv: 'text/csv', tsv: 'text/csv', ndjson: 'application/x-ndjson', jsonl: 'application/x-ndjson', json: 'application/x-ndjson' };

  function number(value) { return value.toLocaleString('en'); }

  function counted(value, singular) { return number(value) + ' ' + singular + (value === 1 ? '' : 's'); }

  function bytes(value) {
    var units = ['bytes', 'kB', 'MB', 'GB', 'TB'];
    var unit = 0;
    while (value >= 1000 && unit < units.length - 1) { value /= 1000; unit++; }
    return (unit === 0 ? value : value.toFixed(value < 10 ? 1 : 0)) + ' ' + units[unit];
  }

  function time(seconds) {
    if (seconds < 60) { return Math.max(1, Math.round(seconds)) + ' s'; }
    var minutes = Math.round(seconds / 60);
    return minutes < 60 ? minutes + ' min' : Math.floor(minutes / 60) + ' h ' + (minutes % 60) + ' min';
  }

  function wait(millis) { return new Promise(function (resolve) { setTimeout(resolve, millis); }); }

  function changed() { document.body.dispatchEvent(new CustomEvent('csa-imports')); }

  /* A file has the same key whenever it is chosen, so that sending it again goes on, or changes nothing. */
  function naturalKey(file) {
    return 'file:' + file.size + ':' + file.lastModified + ':' + encodeURIComponent(file.name).slice(-150);
  }

  function remembered(key) {
    try { return localStorage.getItem('csa-import:' + key) || key; } catch (e) { return key; }
  }

  function renewed(key) {
    var fresh = key + ':' + Date.now();
    try { localStorage.setItem('csa-import:' + key, fresh); } catch (e) { /* private mode: it holds until the page is closed */ }
    return fresh;
  }

  function format(name) {
    var ending = name.toLowerCase().replace(/\.gz$/, '').replace(/^.*\./, '');
    return FORMATS[ending] || 'text/plain';
  }

  function Job(file) {
    this.file = file;
    this.packed = /\.gz$/i.test(file.name);
    this.key = remembered(naturalKey(file));
    this.node = template.content.firstElementChild.cloneNode(true);
    this.sending = null;
    this.round = 0;
    this.part('name').textContent = file.name;
    this.part('label').textContent = file.name;
    this.part('size').textContent = bytes(file.size);
    this.part('format').value = format(file.name);
    this.part('progress').setAttribute('aria-label', 'Progress of ' + file.name);
    this.part('wrong').setAttribute('aria-label', 'What is wrong in ' + file.name);
    this.part('format').addEventListener('change', this.check.bind(this));
    this.node.addEventListener('click', this.clicked.bind(this));
    queue.append(this.node);
    this.check();
  }

  Job.prototype.part = function (name) { return this.node.querySelector('[data-part="' + name + '"]'); };

  Job.prototype.show = function (state, tone, line, actions) {
    this.node.dataset.tone = tone;
    this.part('state').textContent = state;
    this.part('line').textContent = line;
    this.part('format').disabled = state === 'Importing';
    this.node.querySelectorAll('[data-do]').forEach(function (button) { button.hidden = actions.indexOf(button.dataset.do) < 0; });
    this.part('rejects').hidden = actions.indexOf('rejects') < 0;
  };

  Job.prototype.share = function (share) {
    var progress = this.part('progress');
    progress.hidden = share === undefined;
    if (share === null) { progress.removeAttribute('value'); } else if (share !== undefined) { progress.value = share; }
  };

  Job.prototype.label = function (text) { this.node.querySelector('[data-do="import"]').textContent = text; };

  Job.prototype.wrong = function (violations, total) {
    var box = this.part('wrong');
    var body = box.querySelector('tbody');
    body.replaceChildren();
    violations.slice(0, SHOWN).forEach(function (violation) {
      var row = body.insertRow();
      [String(violation.line), violation.field, violation.value, violation.message].forEach(function (text, column) {
        var cell = row.insertCell();
        cell.textContent = text;
        if (column === 0) { cell.className = 'n'; }
      });
    });
    this.part('caption').textContent = violations.length > SHOWN
      ? 'The first ' + SHOWN + ' faults of ' + counted(total, 'rejected record') : 'Faults of ' + counted(total, 'rejected record');
    box.hidden = violations.length === 0;
  };

  /* Sends the file once. A new round makes the answers of earlier ones worthless. */
  Job.prototype.post = function (dryRun) {
    var headers = { 'Content-Type': this.part('format').value, 'Accept': 'application/json', 'Idempotency-Key': this.key };
    if (this.packed) { headers['Content-Encoding'] = 'gzip'; }
    this.sending = new AbortController();
    var query = '?name=' + encodeURIComponent(this.file.name.slice(-255)) + (dryRun ? '&dry_run=true' : '');
    return fetch(BULK + query, { method: 'POST', body: this.file, headers: headers, signal: this.sending.signal })
      .then(function (answer) {
        return answer.json().catch(function () { return {}; }).then(function (body) {
          return { status: answer.status, body: body, after: Number(answer.headers.get('Retry-After')) * 1000 };
        });
      });
  };

  Job.prototype.state = function () {
    return fetch('/api/imports?key=' + encodeURIComponent(this.key), { headers: { 'Accept': 'application/json' } })
      .then(function (answer) { return answer.ok ? answer.json() : Promise.reject(answer.status); })
      .then(function (found) { return found[0] || null; });
  };

  Job.prototype.watch = function (round, told) {
    var job = this;
    return wait(POLL).then(function () {
      if (job.round !== round) { return null; }
      return job.state().then(function (state) {
        if (job.round === round && state && state.progress) { told(state); }
      }, function () { /* told by the post itself */ }).then(function () { return job.watch(round, told); });
    });
  };

  Job.prototype.begin = function () {
    if (this.sending) { this.sending.abort(); }
    return ++this.round;
  };

  Job.prototype.end = function () {
    this.round++;
    this.sending = null;
    this.share(undefined);
  };

  Job.prototype.check = function () {
    var job = this;
    var round = this.begin();
    this.wrong([], 0);
    this.share(null);
    this.label('Import without the check');
    this.show('Checking', '', 'Reading it, without recording anything.', ['import', 'remove']);
    this.watch(round, function (state) {
      job.share(state.progress.share === undefined ? null : state.progress.share);
      job.part('line').textContent = 'Reading it, without recording anything. ' + number(state.received + state.progress.replayed) + ' records so far.';
    });
    this.post(true).then(function (answer) {
      if (job.round !== round) { return; }
      job.end();
      if (answer.status === 200) { job.checked(answer.body); } else { job.failed(answer.body); }
    }, function () {
      if (job.round === round) { job.end(); job.failed({ detail: 'The server cannot be reached.' }); }
    });
  };

  Job.prototype.checked = function (answer) {
    var parts = [counted(answer.recorded, 'record') + ' would be recorded'];
    if (answer.rejected) { parts.push(number(answer.rejected) + ' rejected'); }
    if (answer.replayed) { parts.push(number(answer.replayed) + ' are settled already'); }
    this.wrong(answer.rejections, answer.rejected);
    if (answer.replayed && answer.replayed === answer.received) {
      this.show('Imported before', 'ok', 'All of its ' + counted(answer.received, 'record') + ' are settled already: '
        + number(answer.total.recorded) + ' recorded, ' + number(answer.total.rejected) + ' rejected.', ['again', 'remove']);
    } else {
      this.label((answer.replayed ? 'Go on with ' : 'Import ') + counted(answer.received - answer.replayed, 'record'));
      this.show('Checked', answer.rejected ? 'warning' : 'ok', parts.join(', ') + '.', ['import', 'remove']);
    }
  };

  Job.prototype.send = function () {
    var job = this;
    var round = this.begin();
    var vain = 0;
    var reached = -1;
    this.wrong([], 0);
    this.share(null);
    this.show('Importing', '', 'Sending it.', ['cancel']);
    announce(this.file.name + ' is being imported.');
    this.watch(round, function (state) {
      job.id = state.id;
      job.told(state);
    });
    wait(POLL / 2).then(changed);

    function attempt() {
      return job.post(false).then(function (answer) {
        if (job.round !== round) { return null; }
        if (answer.status === 409 && answer.body.type === '/problems/cancelled') { job.end(); job.cancelled(answer.body); return null; }
        if ([408, 409, 500, 502, 503, 504].indexOf(answer.status) >= 0) { return later(answer.body.detail, answer.after); }
        job.end();
        if (answer.status === 200) { job.done(answer.body); } else { job.failed(answer.body); }
        return null;
      }, function () { return job.round === round ? later('The connection broke off.', 0) : null; });
    }

    function later(why, after) {
      job.share(null);
      job.part('line').textContent = why + ' It goes on by itself as soon as the server takes it.';
      return wait(after || PATIENCE).then(function () {
        return job.round === round ? job.state() : null;
      }).then(function (state) {
        if (job.round !== round) { return null; }
        var now = state ? state.received : 0;
        vain = now > reached ? 0 : vain + 1;
        reached = now;
        if (vain < MAX_VAIN_TRIES) { return attempt(); }
        job.end();
        job.failed({ detail: why + ' Perhaps the file was changed or removed; choose it again.' });
        return null;
      }, function () { return job.round === round ? later('The server cannot be reached.', 0) : null; });
    }

    attempt();
  };

  Job.prototype.told = function (state) {
    var progress = state.progress;
    this.share(progress.share === undefined ? null : progress.share);
    this.part('line').textContent = number(state.recorded) + ' recorded, ' + number(state.rejected) + ' rejected · '
      + number(progress.rate) + ' records/s' + (progress.seconds_left === undefined ? '' : ' · ' + time(progress.seconds_left) + ' left');
  };

  Job.prototype.done = function (answer) {
    var line = counted(answer.total.recorded, 'record') + ' recorded, ' + number(answer.total.rejected) + ' rejected.'
      + (answer.replayed ? ' ' + number(answer.replayed) + ' of them were settled by an earlier try.' : '');
    this.wrong(answer.rejections, answer.rejected);
    this.part('rejects').href = answer.links.download;
    this.show('Imported', answer.total.rejected ? 'warning' : 'ok', line, answer.total.rejected ? ['rejects', 'remove'] : ['remove']);
    announce(this.file.name + ': ' + line);
    changed();
  };

  Job.prototype.cancelled = function (problem) {
    this.label('Go on');
    this.show('Cancelled', 'warning', number(problem.recorded) + ' recorded and ' + number(problem.rejected) + ' rejected before it was cancelled; they stay.', ['import', 'remove']);
    changed();
  };

  Job.prototype.failed = function (problem) {
    var line = problem.detail || 'The server gave an answer that cannot be read.';
    this.label('Try again');
    this.show('Not imported', 'failure', line, ['import', 'remove']);
    announce(this.file.name + ': ' + line);
    changed();
  };

  Job.prototype.cancel = function () {
    var job = this;
    var cancelled = this.id ? cancelOnServer(this.id) : Promise.resolve(false);
    cancelled.then(function (isStopping) {
      if (isStopping) { return; }
      job.begin();
      job.end();
      job.label('Go on');
      job.show('Cancelled', 'warning', 'It was stopped; what is recorded stays.', ['import', 'remove']);
      changed();
    });
  };

  Job.prototype.clicked = function (event) {
    var button = event.target.closest('[data-do]');
    if (!button) { return; }
    switch (button.dataset.do) {
      case 'import': this.send(); break;
      case 'again': this.key = renewed(naturalKey(this.file)); this.send(); break;
      case 'cancel': this.cancel(); break;
      default: this.begin(); this.end(); this.node.remove(); input.focus();
    }
  };

  function cancelOnServer(id) {
    return fetch('/api/imports/' + id + '/cancel', { method: 'POST', headers: { 'Accept': 'application/json' } })
      .then(function (answer) { return answer.ok; }, function () { return false; });
  }

  function announce(text) { announcer.textContent = text; }

  function add(files) { Array.prototype.forEach.call(files, function (file) { new Job(file); }); }

  input.addEventListener('change', function () { add(input.files); input.value = ''; });
  ['dragenter', 'dragover'].forEach(function (name) {
    drop.addEventListener(name, function (event) { event.preventDefault(); drop.dataset.over = ''; });
  });
  ['dragleave', 'drop'].forEach(function (name) {
    drop.addEventListener(name, function () { delete drop.dataset.over; });
  });
  drop.addEventListener('drop', function (event) { event.preventDefault(); add(event.dataTransfer.files); });
  page.addEventListener('click', function (event) {
    var button = event.target.closest('[data-cancel-import]');
    if (button) { cancelOnServer(button.closest('[data-import]').dataset.import).then(changed); }
  });
})();
