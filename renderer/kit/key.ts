/** The key that came in the address of a desk or wall page: taken once, kept for this tab, out of the address bar. */

const drawer = 'jiangping.key'

/** The address fragment's named values, such as `k` and `round` of `#k=KEY&round=ID`. */
function fragment(): URLSearchParams {
  return new URLSearchParams(location.hash.replace(/^#/, ''))
}

/** Reads the key from the address or from this tab's memory. */
export function takeKey(): string | null {
  const named = fragment()
  const fresh = named.get('k')
  if (fresh === null) return sessionStorage.getItem(drawer)
  sessionStorage.setItem(drawer, fresh)
  named.delete('k')
  const rest = named.toString()
  history.replaceState(null, '', location.pathname + location.search + (rest === '' ? '' : `#${rest}`))
  return fresh
}

/** One named value of the address fragment. */
export function addressed(name: string): string | null {
  return fragment().get(name)
}

/** The address of the wall for a browser at the desk; it carries this tab's key. */
export function wallAddress(round: string): string {
  return `wall.html#${new URLSearchParams({ k: takeKey() ?? '', round })}`
}
