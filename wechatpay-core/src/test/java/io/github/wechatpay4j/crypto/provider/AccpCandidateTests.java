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

package io.github.wechatpay4j.crypto.provider;

import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The jars of two platforms on one class path, in whatever order.
 */
class AccpCandidateTests {

	private static final String LIBRARY = "com/amazon/corretto/crypto/provider/libamazonCorrettoCryptoProvider.so";

	private static final String X86_64 = "7f454c4602010100000000000000000003003e00";

	private static final String AARCH64 = "7f454c460201010000000000000000000300b700";

	@TempDir
	private Path directory;

	@Test
	@EnabledOnOs(value = OS.LINUX, architectures = { "amd64", "aarch64" })
	void findsTheJarOfThisMachineWhereverItStands() throws Exception {
		List<URL> jars = jars();
		for (int i = 0; i < 2; i++) {
			try (URLClassLoader classPath = new URLClassLoader(jars.toArray(URL[]::new),
					ClassLoader.getPlatformClassLoader())) {
				CryptoEngine engine = CryptoEngine.checked(new AccpCandidate(classPath).load());
				assertThat(engine.name()).isEqualTo("AmazonCorrettoCryptoProvider");
			}
			Collections.reverse(jars);
		}
	}

	@Test
	@EnabledOnOs(value = OS.LINUX, architectures = { "amd64", "aarch64" })
	void saysThatTheJarIsForAnotherMachine() throws Exception {
		for (URL jar : jars()) {
			try (URLClassLoader classPath = new URLClassLoader(new URL[] { jar },
					ClassLoader.getPlatformClassLoader())) {
				if (!NativeLibrary.isForThisProcessor(classPath.getResource(LIBRARY))) {
					assertThatExceptionOfType(UnusableProviderException.class)
						.isThrownBy(() -> new AccpCandidate(classPath).load())
						.withMessageStartingWith("has no native library for Linux");
					return;
				}
			}
		}
		throw new AssertionError("both jars are for this machine");
	}

	@Test
	@EnabledOnOs(value = OS.LINUX, architectures = "amd64")
	void saysThatALibraryCannotBeLinked() throws Exception {
		Path library = this.directory.resolve(LIBRARY);
		Files.createDirectories(library.getParent());
		Files.write(library, HexFormat.of().parseHex(X86_64));
		List<URL> path = new ArrayList<>(List.of(this.directory.toUri().toURL()));
		path.addAll(jars());
		try (URLClassLoader classPath = new URLClassLoader(path.toArray(URL[]::new),
				ClassLoader.getPlatformClassLoader())) {
			assertThatExceptionOfType(UnusableProviderException.class)
				.isThrownBy(() -> new AccpCandidate(classPath).load())
				.withMessageStartingWith("cannot load its native library: java.lang.UnsatisfiedLinkError");
		}
	}

	@Test
	void readsFromALibraryWhatItIsFor() {
		assertThat(isFor(X86_64, "amd64")).isTrue();
		assertThat(isFor(X86_64, "x86_64")).isTrue();
		assertThat(isFor(X86_64, "aarch64")).isFalse();
		assertThat(isFor(AARCH64, "aarch64")).isTrue();
		assertThat(isFor(AARCH64, "amd64")).isFalse();
		assertThat(isFor(X86_64, "riscv64")).isFalse();
		assertThat(isFor(X86_64.replace("3e00", "f300"), "riscv64")).as("an ELF machine nobody asked for").isFalse();
		assertThat(isFor("cffaedfe0c00000100000000060000000f000000", "aarch64")).as("Mach-O").isTrue();
		assertThat(isFor("7f45", "amd64")).as("too short to tell").isTrue();
	}

	private static boolean isFor(String header, String processor) {
		return NativeLibrary.isFor(HexFormat.of().parseHex(header), processor);
	}

	private static List<URL> jars() throws Exception {
		List<URL> jars = new ArrayList<>();
		for (URL library : Collections.list(AccpCandidateTests.class.getClassLoader().getResources(LIBRARY))) {
			jars.add(((JarURLConnection) library.openConnection()).getJarFileURL());
		}
		assertThat(jars).hasSize(2);
		return jars;
	}

}
