/** Exact numbers: every score, sum of money and share in the product is one of these, never a binary float. */
import { Fraction } from 'fraction.js'

/** An exact rational number. Immutable; arithmetic by `.add .sub .mul .div .compare .equals`. */
export type Exact = Fraction

const decimalPattern = /^-?\d{1,15}(\.\d{1,40})?$/

/** A round spells the same few numbers a million times; reading one takes longer than adding it. */
const spellings = new Map<string, Exact>()
const mostSpellings = 4_096

/** True for the only spelling of a number that crosses a door: "9.5", "-3", "0.25". */
export function isDecimal(spelling: string): boolean {
  return decimalPattern.test(spelling)
}

/**
 * Reads a decimal string or a whole number exactly.
 * @throws RangeError for any other spelling, and for numbers that are not whole (those are binary floats).
 */
export function exact(value: string | number | bigint): Exact {
  if (typeof value === 'bigint') return new Fraction(value)
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value)) throw new RangeError(`not a whole number: ${value}`)
    return new Fraction(value)
  }
  const known = spellings.get(value)
  if (known) return known
  if (!isDecimal(value)) throw new RangeError(`not a decimal: ${value}`)
  const read = new Fraction(value)
  if (spellings.size < mostSpellings) spellings.set(value, read)
  return read
}

/** Reads what {@link ratio} wrote: "185/2" or "92". */
export function fromRatio(spelling: string): Exact {
  if (!/^-?\d+(\/\d+)?$/.test(spelling)) throw new RangeError(`not a ratio: ${spelling}`)
  return new Fraction(spelling)
}

/** "p/q" in lowest terms, or a whole number: the spelling that loses nothing. */
export function ratio(value: Exact): string {
  const sign = value.s < 0n ? '-' : ''
  return value.d === 1n ? `${sign}${value.n}` : `${sign}${value.n}/${value.d}`
}

/** Rounded half away from zero to `places` decimals, trailing zeros kept: "92.60". Only for showing. */
export function shown(value: Exact, places: number): string {
  const scale = 10n ** BigInt(places)
  const twice = 2n * value.n * scale
  const rounded = (twice + value.d) / (2n * value.d)
  const digits = rounded.toString().padStart(places + 1, '0')
  const whole = digits.slice(0, digits.length - places)
  const sign = value.s < 0n && rounded !== 0n ? '-' : ''
  return places === 0 ? `${sign}${digits}` : `${sign}${whole}.${digits.slice(-places)}`
}

/**
 * The exact decimal without superfluous zeros: "14.8", "5".
 * @throws RangeError when the number has no finite decimal spelling (a mean of three, say): use {@link shown}.
 */
export function decimal(value: Exact): string {
  if (value.d === 1n) return value.s < 0n ? `-${value.n}` : String(value.n)
  const [twos, fives] = [timesIn(value.d, 2n), timesIn(value.d, 5n)]
  if (2n ** BigInt(twos) * 5n ** BigInt(fives) !== value.d) throw new RangeError(`no finite decimal: ${ratio(value)}`)
  return shown(value, Math.max(twos, fives))
}

/** The exact decimal, or four places where there is none: a weighed score, say. Only for showing. */
export function spelled(value: Exact): string {
  const rest = value.d / (2n ** BigInt(timesIn(value.d, 2n)) * 5n ** BigInt(timesIn(value.d, 5n)))
  return rest === 1n ? decimal(value) : shown(value, 4)
}

/** How often a factor goes into a number. */
function timesIn(number: bigint, factor: bigint): number {
  return number % factor === 0n ? 1 + timesIn(number / factor, factor) : 0
}

/** The sum of exact numbers; zero for none. */
export function sum(values: Iterable<Exact>): Exact {
  let total = new Fraction(0)
  for (const value of values) total = total.add(value)
  return total
}
