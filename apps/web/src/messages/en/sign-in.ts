import type zh from '../zh-CN/sign-in.js';

const words: typeof zh = {
  signIn: {
    title: 'Sign in',
    city: 'City',
    demoCity: '{name} (demo data)',
    login: 'Login',
    password: 'Password',
    enter: 'Sign in',
    ended: 'The session has ended or expired. Sign in again to return to where you were.',
    secondStep: 'Second step',
    secondStepHint: 'The password is right. Give the six digits of your app, or a recovery code if the phone is away.',
    code: 'Code',
    again: 'Back to the first step',
    byDirectory: 'Sign in by the city’s directory',
    directoryTitle: 'Sign in by the directory',
    directoryWait: 'Checking with the directory, one moment.',
    directoryLost: 'This page is only for the way back from the directory. Begin at the sign-in page.',
    toSignIn: 'To the sign-in page',
    checkCity: 'An account is known in its own city only. Chosen above: {city}. Choose another if that is wrong.',
    forgotten: 'Forgotten? The administrator of your sub-district, county or city resets it on the page People.',
  },
  password: {
    title: 'Change password',
    forced: 'This is a first sign-in (or a reset). Choose a password that only you know.',
    hint: 'Your sign-ins on other devices end at once; this one goes on.',
    initial: 'First password from the administrator',
    current: 'Current password',
    next: 'New password',
    nextHint: 'At least 10 characters; a phrase of several words is best.',
    again: 'New password once more',
    mismatch: 'The two new passwords differ; type them again.',
    save: 'Change password',
  },
};

export default words;
