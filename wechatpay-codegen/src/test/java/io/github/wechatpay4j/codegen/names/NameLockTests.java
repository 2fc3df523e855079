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

package io.github.wechatpay4j.codegen.names;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.github.wechatpay4j.codegen.description.DescriptionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class NameLockTests {

	@TempDir
	private Path directory;

	private NameLock lock(String text) throws IOException {
		return NameLock.read(Files.writeString(this.directory.resolve("names.lock"), text));
	}

	@Test
	void addsNamesInOrder() throws IOException {
		NameLock lock = lock("b = B\n");
		lock.give("b", "B");
		lock.give("c", "C");
		lock.give("a", "A");
		assertThat(lock.text()).isEqualTo("a = A\nb = B\nc = C\n");
	}

	@Test
	void beginsWithoutAFile() {
		NameLock lock = NameLock.read(this.directory.resolve("none.lock"));
		lock.give("a", "A");
		assertThat(lock.text()).isEqualTo("a = A\n");
	}

	@Test
	void neverChangesAName() throws IOException {
		NameLock lock = lock("a = A\nb = B\n");
		assertThatExceptionOfType(DescriptionException.class).isThrownBy(() -> lock.give("b", "Better"))
			.withMessageStartingWith("names.lock:2: 'b' is 'B' but would become 'Better'");
	}

	@Test
	void losesNoName() throws IOException {
		NameLock lock = lock("a = A\nb = B\n");
		lock.give("a", "A");
		assertThatExceptionOfType(DescriptionException.class).isThrownBy(lock::text)
			.withMessageStartingWith("names.lock:2: 'b' is no longer described");
	}

	@Test
	void givesNoTwoNamesToOneThing() throws IOException {
		NameLock lock = lock("");
		lock.give("a", "A");
		assertThatExceptionOfType(DescriptionException.class).isThrownBy(() -> lock.give("a", "B"));
	}

	@Test
	void refusesALineThatIsNoName() {
		assertThatExceptionOfType(DescriptionException.class).isThrownBy(() -> lock("a = A\n<<<<<<< HEAD\n"))
			.withMessageStartingWith("names.lock:2: not of the form");
	}

}
