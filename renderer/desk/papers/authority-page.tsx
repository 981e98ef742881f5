/** 证书指纹: one page to print, put up on site and keep, by which whoever verifies later knows the authority. */
import { PrinterOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { inFours } from '#core/signing/fingerprints.ts'
import { useRead } from '../../kit/hooks.ts'
import { Shown } from '../../kit/states.tsx'
import { useWhen } from '../../kit/when.ts'
import { useWords } from '../../kit/words/words.ts'
import { desk } from '../client.ts'
import { useRound } from '../frame/round.ts'
import { go, hrefOf } from '../route.ts'
import './authority-page.css'

export function AuthorityPage() {
  const { signing: words, desk: deskWords } = useWords()
  const { round, title } = useRound()
  const when = useWhen()
  const view = useRead(() => desk.signing.show({ round }), [round], ['signing'])
  return (
    <section className="sheet stack">
      <div className="row mid wrap no-print">
        <Button onClick={() => go(hrefOf(round, 'export'))}>{deskWords.papers.printBack}</Button>
        <span className="grow" />
        <Button type="primary" icon={<PrinterOutlined aria-hidden />} onClick={() => window.print()}>
          {deskWords.papers.print}
        </Button>
      </div>
      <Shown of={view}>
        {({ authority, people }) =>
          authority ? (
            <article className="authority-page stack">
              <h1>{title}</h1>
              <h2>{words.authority}</h2>
              <p className="authority-print">{inFours(authority.fingerprint)}</p>
              <p>{words.authorityPaper(when(authority.at))}</p>
              <h2>{words.certificates}</h2>
              <table>
                <tbody>
                  {people.map(({ person, name, role, key }) => (
                    <tr key={person}>
                      <td>
                        {name}
                        <div className="soft small">{role}</div>
                      </td>
                      <td>{key ? <code>{inFours(key.fingerprint)}</code> : words.noKey}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
              <p className="authority-sign">{words.authoritySign}</p>
            </article>
          ) : null
        }
      </Shown>
    </section>
  )
}
