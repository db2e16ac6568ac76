// Inserts rows, one transaction each, until its stdin closes, and tells each number only after its commit. Checkpoints
// in between make a copy that forgets where its log begins lose rows.
import pg from 'pg';

const client = new pg.Client({ connectionString: process.argv[2] });
await client.connect();
let isOpen = true;
process.stdin.on('end', () => (isOpen = false)).resume();
while (isOpen) {
  const { rows } = await client.query("insert into written (filling) values (repeat('家园', 500)) returning number");
  process.stdout.write(`${rows[0].number}\n`);
  if (rows[0].number % 5 === 0) await client.query('checkpoint');
}
await client.end();
