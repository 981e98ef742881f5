/** Which page of which file has not been read yet. */

export type Leaf = { readonly file: string; readonly page: number }

/**
 * The next page to read: after the present one in its file, then in the files that follow, around the end.
 * @param files every file in the order of the tabs with its pages; `count` is 0 while it is not known, and one page then stands for it
 * @param isSeen whether a page was read
 * @returns the page, null when all were read; and how many are left
 */
export function nextUnread(
  files: readonly { file: string; count: number }[],
  now: Leaf,
  isSeen: (leaf: Leaf) => boolean,
): { next: Leaf | null; left: number } {
  const leaves = files.flatMap(({ file, count }) =>
    Array.from({ length: Math.max(count, 1) }, (_, at): Leaf => ({ file, page: at + 1 })),
  )
  const here = leaves.findIndex(({ file, page }) => file === now.file && page === now.page)
  const around = [...leaves.slice(here + 1), ...leaves.slice(0, Math.max(here, 0))]
  const unread = around.filter((leaf) => !isSeen(leaf))
  return { next: unread[0] ?? null, left: unread.length }
}
