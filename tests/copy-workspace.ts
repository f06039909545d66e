import type { Database } from '../src/store/open-store.ts'

/**
 * Copies all rows of a workspace into another, empty one, with the ids that they have: a tenth of the time that reading a
 * committee's files takes.
 */
export async function copyWorkspace({ pool }: Database, from: string, to: string): Promise<void> {
  const found = await pool.query<{ table: string; columns: string[]; needs: string[] }>(`
    select c.relname as table,
      (select array_agg(quote_ident(attname) order by attnum) from pg_attribute
        where attrelid = c.oid and attnum > 0 and not attisdropped and attgenerated = ''
          and attname <> 'workspace') as columns,
      array(select distinct f.relname::text from pg_constraint join pg_class f on f.oid = confrelid
        where conrelid = c.oid and contype = 'f' and confrelid <> c.oid) as needs
    from pg_class c join pg_attribute w on w.attrelid = c.oid and w.attname = 'workspace'
    where c.relnamespace = 'rapporteur'::regnamespace and c.relkind = 'r'`)
  const ordered: typeof found.rows = []
  const left = new Map(found.rows.map((row) => [row.table, row]))
  while (left.size > 0) {
    const next = [...left.values()].filter(({ needs }) => !needs.some((one) => left.has(one)))
    if (next.length === 0) throw new Error(`tables that need each other: ${[...left.keys()].join(', ')}`)
    for (const one of next) left.delete(one.table)
    ordered.push(...next)
  }
  const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`
  const copies = ordered.map(
    ({ table, columns }) => `insert into rapporteur.${table} (workspace, ${columns.join(', ')})
      overriding system value
      select ${quoted(to)}, ${columns.join(', ')} from rapporteur.${table} where workspace = ${quoted(from)}`,
  )
  await pool.query(copies.join(';\n'))
}
