'use strict';
(() => {
  const $ = id => document.getElementById(id);

  // Ledger: search and filters.
  const claims = [...document.querySelectorAll('.claim')];
  const filter = () => {
    const words = $('search').value.toLowerCase().split(/\s+/).filter(w => w);
    const verdicts = new Set([...document.querySelectorAll('input[name=verdict]:checked')].map(i => i.value));
    const kind = $('kind').value;
    let shown = 0;
    for (const claim of claims) {
      const { text, verdict, kinds } = claim.dataset;
      const fits = words.every(w => text.includes(w)) && verdicts.has(verdict) && (!kind || kinds.split(' ').includes(kind));
      claim.hidden = !fits;
      shown += fits;
    }
    $('shown').textContent = `${shown} of ${claims.length} claims`;
  };
  $('filters').addEventListener('input', filter);
  $('filters').addEventListener('submit', e => e.preventDefault());
  const openTarget = () => {
    const claim = location.hash.startsWith('#claim-') && $(location.hash.slice(1));
    if (claim) { claim.open = true; claim.scrollIntoView(); }
  };
  addEventListener('hashchange', openTarget);
  openTarget();
  addEventListener('beforeprint', () => claims.forEach(c => { c.dataset.was = c.open; c.open = !c.hidden; }));
  addEventListener('afterprint', () => claims.forEach(c => { c.open = c.dataset.was === 'true'; }));

  // The dynamics in doubles: for the eye, not certified. x is the log-odds of p.
  const sigma = x => 1 / (1 + Math.exp(-x));
  const logit = p => Math.log(p) - Math.log1p(-p);
  const omega = (x, eps, variant) => {
    const s = sigma(x) * sigma(-x);
    return variant === 'mean-only' ? 1 : variant === 'outside' ? 1 / (Math.sqrt(s) + eps) : 1 / Math.sqrt(s + eps);
  };
  const step = (x, { x0, beta, eps, variant }) => {
    const gain = omega(x, eps, variant) / beta;
    const anchor = variant === 'mirror' ? x : variant === 'two-kl' ? (x0 + x) / 2 : x0;
    if (variant !== 'clipped') return Math.min(anchor + gain, 700);
    // Claim J3 with both offsets 1/5.
    const p = sigma(x), w = omega(x, eps), up = Math.min(1.2 * p, 1), down = p + 0.2 * (1 - p);
    const [lo, hi] = [Math.min(up, down), Math.max(up, down)];
    const middle = (up < down ? p * w : (1 - p) * w) / beta;
    const l = logit(lo), u = hi >= 1 ? Infinity : logit(hi);
    return Math.min(x0 + gain, Math.max(l, Math.min(x0 + middle, Math.max(u, x0))));
  };

  // A plot area of the page: values to coordinates.
  const plot = id => {
    const area = $(id).querySelector('.plot');
    const [left, top, width, height] = area.dataset.frame.split(' ').map(Number);
    const [xl, xh] = area.dataset.x.split(' ').map(Number);
    const [yl, yh] = area.dataset.y.split(' ').map(Number);
    const at = (x, y) => `${(left + (x - xl) / (xh - xl) * width).toFixed(2)} ${(top + height - (y - yl) / (yh - yl) * height).toFixed(2)}`;
    return { area, path: points => points.map(([x, y], i) => (i ? 'L' : 'M') + at(x, y)).join('') };
  };
  const form = $('sliders');
  const start = { reference: +form.dataset.reference, beta: +form.dataset.beta, epsilon: +form.dataset.epsilon };
  const names = ['reference', 'beta', 'epsilon'];
  const kept = new Map();
  const live = ['cobweb-map', 'cobweb-web', 'cobweb-start', 'orbit-line', 'orbit-marks'];
  // Everything else that belongs to the certified point goes while the sliders are elsewhere.
  for (const id of ['cobweb', 'orbit']) {
    for (const e of $(id).querySelector('.plot').children) {
      if (!live.includes(e.id) && !e.classList.contains('dash')) e.classList.add('certified-only');
      if (e.querySelector('title') && e.tagName === 'path') e.classList.add('certified-only');
      if (e.id === 'orbit-marks' || e.id === 'cobweb-start') e.classList.add('certified-only');
    }
    $(id).querySelector('.legend').classList.add('certified-only');
    const subtitle = $(id).querySelector('.subtitle');
    if (subtitle) subtitle.classList.add('certified-only');
  }
  for (const id of ['cobweb-map', 'cobweb-web', 'orbit-line']) kept.set(id, $(id).getAttribute('d'));

  const read = () => ({
    reference: sigma(+$('reference').value), beta: Math.exp(+$('beta').value),
    epsilon: +$('epsilon').value <= +$('epsilon').min ? 0 : Math.exp(+$('epsilon').value), variant: $('variant').value,
  });
  const isHome = () => home && $('variant').value === 'reference';
  let home = true;
  const label = v => v === 0 ? '0' : v < 1e-3 || v >= 1e4 ? v.toExponential(3) : String(+v.toPrecision(5));
  const show = values => names.forEach(n => { $(n + '-value').textContent = label(values[n]); });

  const draw = () => {
    const at = isHome();
    const values = at ? { ...start, variant: 'reference' } : read();
    show(values);
    $('explorer').classList.toggle('moved', !at);
    $('status').classList.toggle('moved', !at);
    const text = `p_ref = ${label(values.reference)}, β = ${label(values.beta)}, ε = ${label(values.epsilon)}`;
    $('status').textContent = at ? `Certified drawing at ${text}.` : `Drawn in doubles, NOT certified: ${text}, ${values.variant}. The tables stay at the certified point.`;
    const g = { x0: logit(values.reference), beta: values.beta, eps: values.epsilon, variant: values.variant };
    const cells = [...document.querySelectorAll('#orbit-table .live')];
    const orbit = [g.x0];
    for (let n = 1; n < Math.max(cells.length, 41); n++) orbit.push(step(orbit[n - 1], g));
    const p = orbit.map(sigma);
    cells.forEach((cell, n) => { cell.textContent = String(p[n]); });
    if (at) {
      kept.forEach((d, id) => $(id).setAttribute('d', d));
      return;
    }
    const map = [];
    for (let i = -400; i <= 400; i++) map.push([sigma(i / 25), sigma(step(i / 25, g))]);
    $('cobweb-map').setAttribute('d', plot('cobweb').path(map));
    const web = [[p[0], 0]];
    for (let n = 1; n < p.length; n++) web.push([p[n - 1], p[n]], [p[n], p[n]]);
    $('cobweb-web').setAttribute('d', plot('cobweb').path(web));
    $('orbit-line').setAttribute('d', plot('orbit').path(p.map((y, n) => [n, y])));
  };
  const reset = () => {
    home = true;
    $('reference').value = logit(start.reference);
    $('beta').value = Math.log(start.beta);
    $('epsilon').value = start.epsilon > 0 ? Math.log(start.epsilon) : $('epsilon').min;
    $('variant').value = 'reference';
    draw();
  };
  names.forEach(n => $(n).addEventListener('input', () => { home = false; draw(); }));
  $('variant').addEventListener('input', draw);
  $('reset').addEventListener('click', reset);
  form.addEventListener('submit', e => e.preventDefault());
  reset();
})();
