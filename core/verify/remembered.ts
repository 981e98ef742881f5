/** Answers kept by the very things they were asked about. */

type Kept = { answer?: { readonly value: unknown }; readonly next: WeakMap<object, Kept> }

/**
 * For whoever verifies many variants of one workbook, one changed part after another: what was asked about the same
 * objects before is answered as before. Every question here is a pure one, so that nothing else may be answered.
 */
export class Remembered {
  readonly #questions = new Map<string, Kept>()

  /** What `make` answers about these inputs; asked once for the same objects. */
  of<T>(question: string, inputs: readonly object[], make: () => T): T {
    let kept: Kept = this.#questions.get(question) ?? { next: new WeakMap() }
    this.#questions.set(question, kept)
    for (const input of inputs) {
      const next: Kept = kept.next.get(input) ?? { next: new WeakMap() }
      kept.next.set(input, next)
      kept = next
    }
    kept.answer ??= { value: make() }
    return kept.answer.value as T
  }
}

export type Known = Pick<Remembered, 'of'>

/** Asks anew every time. */
export const unremembered: Known = { of: (_question, _inputs, make) => make() }
