/** A file from a stick: what it is, and the one thing to do with it. Reached by a button, or by a double click on it. */
import { Button, Input, Upload } from 'antd'
import { useState } from 'react'
import { DisplayMenu, LanguageSwitch } from '../../kit/display-menu.tsx'
import { shell } from '../../kit/shell.ts'
import { useWords } from '../../kit/words/words.ts'
import { desk, useDeskAct } from '../client.ts'
import { HelpButton } from '../help/help-button.tsx'
import { go, hrefOfFile } from '../route.ts'
import { OneFile } from './one-file.tsx'

function ChooseFile() {
  const { open: words } = useWords().desk
  const { run, busy } = useDeskAct()
  const [path, setPath] = useState('')
  const desktop = shell()
  const look = (place: string) => go(hrefOfFile(place))
  if (desktop) {
    const choose = async () => {
      const [chosen] = await desktop.pickPaths('archive')
      if (chosen !== undefined) look(chosen)
    }
    return (
      <Button type="primary" size="large" onClick={() => void choose()}>
        {words.choose}
      </Button>
    )
  }
  const receive = (file: File) =>
    void run(() => desk.bundles.receive({ file })).then((received) => received && look(received.path))
  return (
    <div className="stack">
      <Upload
        accept=".jpa,.jpb,.zip"
        showUploadList={false}
        beforeUpload={(file) => {
          receive(file)
          return false
        }}
      >
        <Button type="primary" size="large" loading={busy}>
          {words.upload}
        </Button>
      </Upload>
      <form
        className="row mid"
        onSubmit={(event) => {
          event.preventDefault()
          look(path.trim())
        }}
      >
        <Input
          className="grow"
          aria-label={words.place}
          placeholder={words.place}
          value={path}
          onChange={(event) => setPath(event.target.value)}
        />
        <Button htmlType="submit" disabled={path.trim() === ''}>
          {words.look}
        </Button>
      </form>
    </div>
  )
}

export function OpenPage({ path }: { path: string | null }) {
  const { desk: words, common } = useWords()
  return (
    <>
      <header className="desk-header">
        <Button size="small" onClick={() => go('#/')}>
          {words.open.back}
        </Button>
        <strong className="desk-product">{common.product}</strong>
        <span className="grow" />
        <HelpButton />
        <LanguageSwitch />
        <DisplayMenu />
      </header>
      <main className="rounds">
        <section className="sheet open-file" aria-labelledby="open-title">
          <h1 id="open-title">{words.open.title}</h1>
          <p className="soft">{words.open.hint}</p>
          {path === null ? <ChooseFile /> : <OneFile path={path} />}
        </section>
      </main>
    </>
  )
}
