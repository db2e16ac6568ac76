import Fastify from 'fastify';
import pg from 'pg';

// The floor of what a write costs: Fastify alone, and one row committed for each request, through a pool of the same
// size as the application's. Run as a process of its own, as the application is.
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: Number(process.env.DATABASE_POOL) });
const server = Fastify();
const INSERT = { name: 'row', text: 'INSERT INTO bench_row (id, body) VALUES ($1, $2)' };

server.post('/row', async (request, reply) => {
  await pool.query({ ...INSERT, values: [request.headers['idempotency-key'], JSON.stringify(request.body)] });
  reply.code(201);
  return { ok: true };
});

process.once('SIGTERM', () => void server.close().then(() => pool.end()));
process.send({ type: 'ready', address: await server.listen({ host: '127.0.0.1', port: 0 }) });
// The line to the benchmark must not keep the process.
process.disconnect();
