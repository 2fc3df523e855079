/*
 * Copyright 2026-present the original author or authors.
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *      https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

package io.github.wechatpay4j.samples.shop;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.TakesScreenshot;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * The page in a real browser. Skipped, visibly, where there is no Chromium or Chrome with
 * its driver.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class ShopPageIntegrationTests {

	private static final List<String> BROWSERS = List.of("/usr/bin/chromium", "/usr/bin/chromium-browser",
			"/usr/bin/google-chrome");

	private static final List<String> DRIVERS = List.of("/usr/bin/chromedriver", "/usr/lib/chromium/chromedriver",
			"/usr/local/bin/chromedriver");

	@LocalServerPort
	private int port;

	@TempDir
	private Path profile;

	private WebDriver browser;

	@BeforeEach
	void open() {
		Optional<String> binary = first(BROWSERS);
		Optional<String> driver = first(DRIVERS);
		assumeTrue(binary.isPresent() && driver.isPresent(),
				"Skipped: no Chromium with chromedriver found (Debian: apt-get install chromium chromium-driver)");
		ChromeOptions options = new ChromeOptions();
		options.setBinary(binary.orElseThrow());
		options.addArguments("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
				"--disable-background-networking", "--disable-component-update", "--disable-sync", "--lang=en-US",
				"--window-size=900,1000", "--user-data-dir=" + this.profile);
		ChromeDriverService service = new ChromeDriverService.Builder()
			.usingDriverExecutable(Path.of(driver.orElseThrow()).toFile())
			.usingAnyFreePort()
			.build();
		this.browser = new ChromeDriver(service, options);
	}

	private static Optional<String> first(List<String> candidates) {
		return candidates.stream().filter((path) -> Files.isExecutable(Path.of(path))).findFirst();
	}

	@AfterEach
	void close() {
		Stream.ofNullable(this.browser).forEach(WebDriver::quit);
	}

	@Test
	void isPaidAndRefundedByClicking() throws Exception {
		this.browser.get("http://localhost:" + this.port + "/");
		await(ExpectedConditions.textToBePresentInElementLocated(By.id("mode"), "simulator"));
		type("description", "Bubble tea <b>large</b>");
		type("price", "12.50");
		click("create");
		await(ExpectedConditions.textToBe(By.id("status"), "PENDING"));
		assertThat(text("order-title")).isEqualTo("Bubble tea <b>large</b>, ¥12.50");
		WebElement qrCode = this.browser.findElement(By.id("qr"));
		await((driver) -> Integer.parseInt(qrCode.getDomProperty("naturalWidth")) > 0);
		click("pay");
		await(ExpectedConditions.textToBe(By.id("status"), "PAID"));
		await(ExpectedConditions.visibilityOfElementLocated(By.id("transaction-id")));
		type("refund-amount", "2.50");
		click("refund");
		await(ExpectedConditions.textToBe(By.id("status"), "REFUNDED"));
		assertThat(this.browser.findElement(By.id("error")).isDisplayed()).isFalse();
		screenshot("shop-refunded.png");
	}

	@Test
	void closesAnOrderByClicking() {
		this.browser.get("http://localhost:" + this.port + "/");
		click("create");
		await(ExpectedConditions.textToBe(By.id("status"), "PENDING"));
		click("close");
		await(ExpectedConditions.textToBe(By.id("status"), "CLOSED"));
		assertThat(this.browser.findElement(By.id("pay")).isDisplayed()).isFalse();
		assertThat(this.browser.findElement(By.id("refund")).isDisplayed()).isFalse();
	}

	private <T> void await(Function<? super WebDriver, T> condition) {
		new WebDriverWait(this.browser, Duration.ofSeconds(30)).until(condition);
	}

	private void type(String id, String text) {
		WebElement input = this.browser.findElement(By.id(id));
		input.clear();
		input.sendKeys(text);
	}

	private void click(String id) {
		await(ExpectedConditions.elementToBeClickable(By.id(id)));
		this.browser.findElement(By.id(id)).click();
	}

	private String text(String id) {
		return this.browser.findElement(By.id(id)).getText();
	}

	private void screenshot(String name) throws Exception {
		byte[] image = ((TakesScreenshot) this.browser).getScreenshotAs(OutputType.BYTES);
		Files.write(Path.of("target", name), image);
	}

}
