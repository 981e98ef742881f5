/** What a bench case is: the product's own code on generated data, beside peers that do the same work. */
/** small: seconds, three times the goal is still met · typical: a county's round · stress: what the goals are stated for. */
export type Size = 'small' | 'typical' | 'stress'

/** What one run measured: `ms` always; other figures (p50, bytes, mb …) where a goal or a reader wants them. */
export type Figures = { readonly ms: number } & Readonly<Record<string, number>>

/** One run's figures, and the answer that `check` compares: sums, hashes, page counts. */
export type Measured = { readonly figures: Figures; readonly answer: unknown }

/** Where a run finds its data, and an empty folder of its own to write into. */
export type Place = { readonly data: string; readonly scratch: string; readonly size: Size }

export type Peer = {
  readonly name: string
  /**
   * The command to run, with its peer compiled where it has to be. It prints one line of JSON, `{"figures", "answer"}`;
   * a plain command that prints none is timed as a whole.
   * @throws MissingPeer with the Debian package that brings it.
   */
  command(place: Place): string[] | Promise<string[]>
}

/** A goal: `figure` at most `atMost`, as a multiple of the peer's `of` in the same round, or as it stands. */
export type Goal = {
  readonly figure: string
  readonly of?: string
  /** The peer's figure, when it goes by another name. */
  readonly ofFigure?: string
  readonly atMost: number
}

export type BenchCase = {
  /** One sentence: what is measured. */
  readonly about: string
  readonly peers: readonly Peer[]
  readonly goals: readonly Goal[]
  /** Makes the data from a fixed seed; called once per size, the folder is kept and never committed. */
  prepare(data: string, size: Size): void | Promise<void>
  /** The shipped code path, in a process of its own. Time what a person waits for, not the loading of modules. */
  product(place: Place): Promise<Measured>
  /** Null when the answers agree, else what is wrong. `answers` goes by contender; the product is `product`. */
  check(answers: Readonly<Record<string, unknown>>, place: Place): string | null | Promise<string | null>
}
