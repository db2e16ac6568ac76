import { describe, expect, it, afterAll, beforeAll } from '@jest/globals';
import { Controller, Get, Module } from '@nestjs/common';
import { DiscoveryModule, NestFactory } from '@nestjs/core';
import { RouteCheck } from '#libs/identity';
import { Allow, Public } from '#libs/platform';
import { testApp, type TestApp } from '../support/app.js';

@Controller('open')
class ForgottenController {
  @Get('public')
  @Public()
  fine(): string {
    return 'fine';
  }

  @Get('forgotten')
  forgotten(): string {
    return 'open to the world';
  }

  @Get('misspelt')
  @Allow('coverage.raed')
  misspelt(): string {
    return 'closed to all';
  }
}

@Module({ imports: [DiscoveryModule], controllers: [ForgottenController], providers: [RouteCheck] })
class CarelessModule {}

let test: TestApp;
beforeAll(async () => {
  test = await testApp();
});
afterAll(() => test.close());

describe('the check of routes', () => {
  it('stops the start of an application that left a handler open, or closed to everybody', async () => {
    const start = NestFactory.createApplicationContext(CarelessModule, { logger: false, abortOnError: false });
    await expect(start).rejects.toThrow(
      'ForgottenController.forgotten has neither @Allow nor @Public\n' +
        'ForgottenController.misspelt needs "coverage.raed", which no role has',
    );
  });

  it('lists the routes of the real application with their permission', () => {
    const routes = test.app.get(RouteCheck).routes();
    const found = routes.map(
      ({ method, path, permission, isPublic }) => `${method} ${path} ${isPublic ? '*' : permission}`,
    );
    expect(found).toEqual(
      expect.arrayContaining([
        'POST /sessions *',
        'POST /sessions/refresh *',
        'DELETE /sessions/current self',
        'GET /me self',
        'PUT /me/password self',
        'GET /users user.manage',
        'POST /users user.manage',
        'POST /users/:id/grants user.manage',
        'POST /grants/:id/ending user.manage',
        'POST /users/:id/password-reset user.manage',
        'POST /users/:id/disabling user.manage',
        'GET /audit-lines audit.read',
        'GET /public/cities *',
      ]),
    );
  });
});
