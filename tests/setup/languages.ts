// Tests speak every language, as the service does.
import '../../src/i18n/every-language';
