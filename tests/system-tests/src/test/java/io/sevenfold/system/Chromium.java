package io.sevenfold.system;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The machine's Chromium or Chrome, headless; one for all tests of a run. Its library brings no browser and is told to fetch none.
 *
 * <p>A test class asks for it by {@code @EnabledIf("io.sevenfold.system.Chromium#isThere")}.
 */
final class Chromium {

    /** What a small phone is wide, in CSS pixels. */
    static final int PHONE = 360;

    private static final List<String> NAMES = List.of("chromium", "google-chrome", "chromium-browser");
    private static final List<String> ARGUMENTS = List.of(
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            // What a page asks of any other machine is not there.
            "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost");

    private static final Optional<Path> EXECUTABLE = find();
    private static Browser browser;

    private Chromium() {}

    /** Whether this machine has one; says once in the build's output if not. */
    static boolean isThere() {
        return EXECUTABLE.isPresent();
    }

    /**
     * A new, empty profile on a screen so wide, with two device pixels for each CSS pixel, as on a phone.
     *
     * @param scripts whether pages may run JavaScript
     */
    static BrowserContext screen(int width, ColorScheme scheme, boolean scripts) {
        return browser()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(width, 740)
                        .setDeviceScaleFactor(2)
                        .setIsMobile(true)
                        .setHasTouch(true)
                        .setColorScheme(scheme)
                        .setJavaScriptEnabled(scripts));
    }

    private static synchronized Browser browser() {
        if (browser == null) {
            Playwright playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            browser = playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(EXECUTABLE.orElseThrow())
                            .setArgs(ARGUMENTS));
            Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
        }
        return browser;
    }

    private static Optional<Path> find() {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        Optional<Path> found = NAMES.stream()
                .flatMap(name -> Arrays.stream(path.split(File.pathSeparator)).map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .filter(Chromium::runs)
                .findFirst();
        if (found.isEmpty()) {
            System.out.println("NO BROWSER FOUND: the tests of the pages in a browser are skipped. "
                    + "They run where chromium (or google-chrome) is on the PATH.");
        }
        return found;
    }

    /** Some distributions put a script there that only says what to install. */
    private static boolean runs(Path executable) {
        try {
            Process version = new ProcessBuilder(executable.toString(), "--version")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (version.waitFor(20, TimeUnit.SECONDS)) {
                return version.exitValue() == 0;
            }
            version.destroyForcibly();
            return false;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
