package nl.bovenstrooms.embedded.signin;

import java.util.Arrays;
import java.util.stream.Collectors;
import nl.bovenstrooms.embedded.DemoUser;

/** The page that asks who you are. Each button posts the form that the server understands: a user name, and claims as JSON. */
final class LoginPage {
    private LoginPage() {}

    static String html() {
        var buttons = Arrays.stream(DemoUser.values()).map(LoginPage::button).collect(Collectors.joining("\n"));
        return PAGE.replace("@BUTTONS@", buttons);
    }

    private static String button(DemoUser user) {
        return """
              <form method="post">
                <input type="hidden" name="username" value="%s">
                <input type="hidden" name="claims" value='{"name":"%s","preferred_username":"%s","roles":["%s"],"aud":["analyst-queue"]}'>
                <button type="submit" data-user="%s"><strong>%s</strong><span lang="nl">%s</span><span lang="en">%s</span></button>
              </form>""".formatted(
                        user.userName(),
                        user.fullName(),
                        user.userName(),
                        user.role(),
                        user.userName(),
                        user.fullName(),
                        dutch(user.role()),
                        english(user.role()));
    }

    private static String dutch(String role) {
        return switch (role) {
            case "ANALYST" -> "analist";
            case "SENIOR" -> "senior analist";
            case "TEAM_LEAD" -> "teamleider";
            case "AUDITOR" -> "auditor";
            default -> role;
        };
    }

    private static String english(String role) {
        return switch (role) {
            case "ANALYST" -> "analyst";
            case "SENIOR" -> "senior analyst";
            case "TEAM_LEAD" -> "team lead";
            case "AUDITOR" -> "auditor";
            default -> role;
        };
    }

    private static final String PAGE = """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Bovenstrooms: demo sign-in</title>
            <script>
              document.documentElement.lang = (navigator.language || 'en').startsWith('nl') ? 'nl' : 'en';
            </script>
            <style>
              :root { color-scheme: light dark; --text: #16212b; --ground: #eef1f4; --card: #fff; --line: #b9c3cc; --loud: #8a1c00; --loud-ground: #ffe9d6; --focus: #0b5cad; }
              @media (prefers-color-scheme: dark) {
                :root { --text: #e8edf2; --ground: #11171d; --card: #1b242d; --line: #45525f; --loud: #ffb38a; --loud-ground: #3a2113; --focus: #7cb8ff; }
              }
              html[lang=nl] [lang=en], html[lang=en] [lang=nl] { display: none; }
              * { box-sizing: border-box; }
              body { margin: 0; min-height: 100vh; display: grid; place-items: center; padding: 1.5rem; background: var(--ground); color: var(--text); font: 1rem/1.5 system-ui, sans-serif; }
              main { width: min(28rem, 100%); }
              h1 { font-size: 1.4rem; margin: 0 0 1rem; }
              .loud { border: 2px solid var(--loud); background: var(--loud-ground); color: var(--loud); padding: .75rem 1rem; border-radius: .5rem; margin: 0 0 1.25rem; }
              .loud strong { display: block; }
              form { margin: 0 0 .5rem; }
              button { display: flex; justify-content: space-between; gap: 1rem; width: 100%; padding: .75rem 1rem; font: inherit; color: inherit; background: var(--card); border: 1px solid var(--line); border-radius: .5rem; cursor: pointer; }
              button:hover { border-color: var(--focus); }
              button:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; }
            </style>
            </head>
            <body>
            <main>
              <h1><span lang="nl">Wie bent u?</span><span lang="en">Who are you?</span></h1>
              <p class="loud" role="note">
                <span lang="nl"><strong>Namaak-aanmelding, alleen voor lokaal gebruik</strong>Hier wordt geen wachtwoord gevraagd: wie deze pagina kan openen, kan iedereen zijn. In bedrijf staat hier de aanmelding van uw organisatie.</span>
                <span lang="en"><strong>Stand-in sign-in, for local use only</strong>No password is asked here: whoever can open this page can be anybody. In production, your organisation's own sign-in stands in this place.</span>
              </p>
            @BUTTONS@
            </main>
            </body>
            </html>
            """;
}
