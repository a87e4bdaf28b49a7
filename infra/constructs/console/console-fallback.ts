/**
 * A CloudFront function, as its runtime takes it. The console's pages have paths of their own (`/runs/payout-2022-02.2`) and are
 * all the same file; only what lies under `/assets/`, and a file beside the page, is asked for by its name. A name with a dot is
 * not enough to tell: a run that goes on has one.
 */
export const consoleFallback = `
function handler(event) {
  var request = event.request;
  var isFile = request.uri.startsWith('/assets/') || /^\\/[^/]+\\.[a-z]+$/.test(request.uri);
  if (!isFile) request.uri = '/index.html';
  return request;
}
`.trim();
