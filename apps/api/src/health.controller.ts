import { Controller, Get, Header, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Database, Public } from '#libs/platform';
import type { FastifyReply } from 'fastify';
import { collectDefaultMetrics, register } from 'prom-client';

collectDefaultMetrics();

/** What a load balancer and Prometheus ask; outside the versioned API. */
@ApiExcludeController()
@Controller()
export class HealthController {
  constructor(private readonly database: Database) {}

  @Get('health/live')
  @Public()
  live(): { status: 'ok' } {
    return { status: 'ok' };
  }

  /** Ready means that the database answers. */
  @Get('health/ready')
  @Public()
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<{ status: 'ok' | 'down'; database: boolean }> {
    try {
      await this.database.shared((manager) => manager.query('SELECT 1'));
      return { status: 'ok', database: true };
    } catch {
      void reply.status(503);
      return { status: 'down', database: false };
    }
  }

  @Get('metrics')
  @Public()
  @Header('content-type', register.contentType)
  async metrics(): Promise<string> {
    return register.metrics();
  }
}
