import { startPage } from '../start-page.tsx';
import { LoginPage } from './login-page.tsx';

void startPage(<LoginPage />);
