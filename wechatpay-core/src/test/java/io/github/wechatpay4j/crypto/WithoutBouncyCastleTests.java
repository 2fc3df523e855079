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

package io.github.wechatpay4j.crypto;

import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import io.github.wechatpay4j.testing.TestKeys;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Core on a class path without BouncyCastle, as most applications have it.
 */
class WithoutBouncyCastleTests {

	private static final String REMEDY = "KeyMaterialException: SM2 keys and certificates need BouncyCastle, which is"
			+ " not on the class path. Add the dependency org.bouncycastle:bcprov-jdk18on.";

	@Test
	void startsAndWorksWithTheRsaSuite() throws Exception {
		assertThat(without(RsaWorks.class)).isEqualTo("worked");
	}

	@Test
	void saysWhichDependencyTheSmSuiteNeeds() throws Exception {
		assertThat(without(SmSuite.class)).endsWith(REMEDY);
		assertThat(without(SmKey.class)).endsWith(REMEDY);
		assertThat(without(SmCertificate.class)).endsWith(REMEDY);
	}

	@Test
	void isNotFooledByATestThatSeesBouncyCastleAfterAll() throws Exception {
		assertThat(without(SeesBouncyCastle.class)).isEqualTo("java.lang.ClassNotFoundException");
	}

	@SuppressWarnings("unchecked")
	private static String without(Class<?> task) throws Exception {
		List<URL> classPath = new ArrayList<>();
		for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
			if (!entry.contains("bouncycastle")) {
				classPath.add(new File(entry).toURI().toURL());
			}
		}
		try (URLClassLoader loader = new URLClassLoader(classPath.toArray(URL[]::new),
				ClassLoader.getPlatformClassLoader())) {
			Supplier<String> there = (Supplier<String>) loader.loadClass(task.getName())
				.getDeclaredConstructor()
				.newInstance();
			return there.get();
		}
	}

	private static String outcome(Runnable task) {
		try {
			task.run();
			return "worked";
		}
		catch (RuntimeException ex) {
			return ex.toString();
		}
	}

	public static class RsaWorks implements Supplier<String> {

		@Override
		public String get() {
			return outcome(() -> {
				MerchantKey key = MerchantKey.ofPem(TestKeys.text("merchant-pkcs8.pem"))
					.withCertificate(Pem.certificate(TestKeys.text("merchant-certificate.pem")));
				CryptoSuite suite = CryptoSuite.rsa();
				byte[] signature = suite.signer("1", key.privateKey()).sign(new byte[3]);
				if (!suite.verifier(Pem.publicKey(TestKeys.text("merchant-public.pem")))
					.verify(new byte[3], signature)) {
					throw new IllegalStateException("not verified");
				}
			});
		}

	}

	public static class SmSuite implements Supplier<String> {

		@Override
		public String get() {
			// Twice: a class whose loading failed once would say something else
			outcome(CryptoSuite::sm);
			return outcome(CryptoSuite::sm);
		}

	}

	public static class SmKey implements Supplier<String> {

		@Override
		public String get() {
			return outcome(() -> MerchantKey.ofPem(TestKeys.text("sm2-merchant-pkcs8.pem")));
		}

	}

	public static class SmCertificate implements Supplier<String> {

		@Override
		public String get() {
			return outcome(() -> Pem.certificate(TestKeys.text("sm2-merchant-certificate.pem")));
		}

	}

	public static class SeesBouncyCastle implements Supplier<String> {

		@Override
		public String get() {
			try {
				return Class.forName("org.bouncycastle.jce.provider.BouncyCastleProvider").getName();
			}
			catch (ClassNotFoundException ex) {
				return ex.getClass().getName();
			}
		}

	}

}
