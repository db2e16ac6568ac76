import Fastify from 'fastify';
import pg from 'pg';

// The floor of what an answer costs: Fastify alone, and one row by its primary key through a pool of the same size as
// the application's. Run as a process of its own, as the application is.
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: Number(process.env.DATABASE_POOL) });
const server = Fastify();

server.get('/row', async () => {
  const { rows } = await pool.query('SELECT id, code, name FROM city WHERE id = $1', [1]);
  return rows[0];
});

process.once('SIGTERM', () => void server.close().then(() => pool.end()));
process.send({ type: 'ready', address: await server.listen({ host: '127.0.0.1', port: 0 }) });
// The line to the benchmark must not keep the process.
process.disconnect();
