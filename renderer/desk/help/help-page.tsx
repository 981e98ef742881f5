/** The user guide on its own page: chapters left, the chosen one right. Offline like everything else. */
import { Button } from 'antd'
import { useEffect, useState } from 'react'
import { useLang } from '../../kit/lang.ts'
import { Loading } from '../../kit/states.tsx'
import { useWords } from '../../kit/words/words.ts'
import { chaptersIn } from './chapters.ts'
import type { Chapter } from './cut.ts'

function useChapters(): Chapter[] {
  const lang = useLang((store) => store.lang)
  const [chapters, setChapters] = useState<Chapter[]>([])
  useEffect(() => {
    let wanted = true
    chaptersIn(lang).then((read) => wanted && setChapters(read))
    return () => {
      wanted = false
    }
  }, [lang])
  return chapters
}

export function HelpPage({ chapter }: { chapter: string | null }) {
  const { help } = useWords().desk
  const chapters = useChapters()
  const shown = chapters.find(({ id }) => id === chapter) ?? chapters[0]
  useEffect(() => {
    const leave = (event: KeyboardEvent) => {
      if (event.key === 'Escape') history.back()
    }
    window.addEventListener('keydown', leave)
    return () => window.removeEventListener('keydown', leave)
  }, [])
  if (!shown) return <Loading />
  return (
    <div className="help">
      <header className="desk-header">
        <strong className="desk-product">{help.title}</strong>
        <span className="grow" />
        <span className="soft small">{help.backHint}</span>
        <Button onClick={() => history.back()}>{help.back}</Button>
      </header>
      <div className="help-body">
        <nav className="help-contents" aria-label={help.contents}>
          {chapters.map(({ id, title }) => (
            <a key={id} href={`#/help/${id}`} aria-current={id === shown.id ? 'page' : undefined}>
              {title}
            </a>
          ))}
        </nav>
        <main className="help-text" key={shown.id}>
          <h1>{shown.title}</h1>
          {/* biome-ignore lint/security/noDangerouslySetInnerHtml: our own text, packed with the program */}
          <div dangerouslySetInnerHTML={{ __html: shown.html }} />
        </main>
      </div>
    </div>
  )
}
