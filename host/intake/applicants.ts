/** Tells several applicants in one folder or archive apart, by their forms and by where the files lie. */
import { posix } from 'node:path'
import type { ReadForm } from './form-reader.ts'

/** One applicant as proposed: a person confirms it before anything counts as imported. */
export type Applicant = {
  readonly unit: string
  readonly leader: string
  /** Names of the files, the forms among them. */
  readonly files: readonly string[]
}

export type Told = {
  readonly applicants: readonly Applicant[]
  /** Files that belong to nobody for sure. */
  readonly left: readonly string[]
}

type Named = { readonly name: string; readonly form?: ReadForm | undefined }

/** A single applicant gets every file. Of several each gets the widest folder that holds no other's form. */
export function tellApart(files: readonly Named[]): Told {
  const people = peopleOf(files)
  if (people.length < 2) {
    const [only] = people
    const names = files.map(({ name }) => name)
    return { applicants: [{ unit: only?.unit ?? '', leader: only?.leader ?? '', files: names }], left: [] }
  }
  const formOwners = new Map(people.flatMap((person) => person.forms.map((form) => [form, person] as const)))
  const homes = people.map((person) => homeOf(person, [...formOwners]))
  const taken = new Map<string, Person>()
  for (const { name } of files) {
    const owner = formOwners.get(name) ?? ownerByFolder(name, people, homes) ?? ownerByName(name, people)
    if (owner) taken.set(name, owner)
  }
  return {
    applicants: people.map((person) => ({
      unit: person.unit,
      leader: person.leader,
      files: files.flatMap(({ name }) => (taken.get(name) === person ? [name] : [])),
    })),
    left: files.flatMap(({ name }) => (taken.has(name) ? [] : [name])),
  }
}

type Person = { readonly unit: string; readonly leader: string; readonly forms: string[] }

const said = (form: ReadForm, ...ids: string[]): string => {
  const value = ids.map((id) => form.fields[id]?.value).find((one) => typeof one === 'string' && one !== '')
  return typeof value === 'string' ? value : ''
}

const unitFields = ['cover_unit', 'unit_name', 'leader_unit'] as const
const nameFields = ['leader_name', 'cover_leader'] as const
/** The fields that say who a form is of. */
export const identityFields = ['leader_id_number', ...unitFields, ...nameFields] as const

/** Who a form is of: the identity number where it is filled in, else unit and name. */
export function identityOf(form: ReadForm): string {
  const number = said(form, 'leader_id_number').replaceAll(/\s/g, '').toUpperCase()
  const [unit, leader] = [said(form, ...unitFields), said(form, ...nameFields)]
  return number.length >= 15 ? number : `${unit}/${leader}`
}

function peopleOf(files: readonly Named[]): Person[] {
  const people = new Map<string, Person>()
  for (const { name, form } of files) {
    if (!form) continue
    const key = identityOf(form)
    const person = people.get(key) ?? {
      unit: said(form, ...unitFields),
      leader: said(form, ...nameFields),
      forms: [],
    }
    person.forms.push(name)
    people.set(key, person)
  }
  return [...people.values()]
}

/** The widest folder above a person's forms that holds no form of anybody else; null where they share one. */
function homeOf(person: Person, forms: readonly (readonly [string, Person])[]): string | null {
  const isMine = (folder: string) => forms.every(([name, owner]) => owner === person || !isWithin(name, folder))
  let home: string | null = null
  for (let folder = posix.dirname(person.forms[0] ?? ''); folder !== '.'; folder = posix.dirname(folder)) {
    if (!isMine(folder)) break
    home = folder
  }
  return home
}

const isWithin = (name: string, folder: string) => name.startsWith(`${folder}/`)

function ownerByFolder(name: string, people: readonly Person[], homes: readonly (string | null)[]): Person | undefined {
  return people.find((_, at) => homes[at] !== null && isWithin(name, homes[at] ?? ''))
}

/** A loose file that bears one applicant's name, or unit, and nobody else's. */
function ownerByName(name: string, people: readonly Person[]): Person | undefined {
  for (const key of ['leader', 'unit'] as const) {
    const owners = people.filter((person) => person[key].length > 1 && name.includes(person[key]))
    if (owners.length === 1) return owners[0]
  }
  return undefined
}
