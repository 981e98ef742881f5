/**
 * Answers with files leave as bytes that are already whole. The stream Node makes of a form throws where nobody can catch
 * it when the reader goes away in the middle (a tablet that reloads, a lost network), and the host would end with it.
 */
type Answered =
  | { matched: true; response: { body?: unknown; headers: Record<string, string | string[] | undefined> } }
  | { matched: false; response: undefined }

/** Root interceptor of every HTTP handler. */
export async function wholeBodies<T extends Answered>({ next }: { next: () => Promise<T> }): Promise<T> {
  const answer = await next()
  if (!answer.matched || !(answer.response.body instanceof FormData)) return answer
  const form = new Response(answer.response.body)
  const bytes = await form.blob()
  const headers = {
    ...answer.response.headers,
    'content-type': form.headers.get('content-type') ?? '',
    'content-length': String(bytes.size),
  }
  return { ...answer, response: { ...answer.response, headers, body: bytes.stream() } }
}
