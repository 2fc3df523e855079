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

package io.github.wechatpay4j.samples.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/**
 * Places where a handler waits as long as the test wants it to. Test and nodes talk by
 * files, because what they would talk through otherwise is what is killed.
 *
 * @param directory where the files are
 */
record Holds(Path directory) {

	private static final long LOOK_AGAIN_MILLIS = 5;

	/** From now on the order's handlers wait there. */
	void set(String orderId, Place place) throws IOException {
		Files.createFile(hold(orderId, place));
	}

	/** The process whose handler waits there, if one does. */
	OptionalLong waiting(String orderId, Place place) throws IOException {
		Path note = note(orderId, place);
		String pid = Files.exists(note) ? Files.readString(note) : "";
		return pid.endsWith("\n") ? OptionalLong.of(Long.parseLong(pid.strip())) : OptionalLong.empty();
	}

	/** Lets handlers go on. */
	void release(String orderId, Place place) throws IOException {
		Files.delete(hold(orderId, place));
	}

	/** Called by handlers. */
	void pass(String orderId, Place place) {
		Path hold = hold(orderId, place);
		try {
			if (Files.exists(hold)) {
				Files.writeString(note(orderId, place), ProcessHandle.current().pid() + "\n");
			}
			while (Files.exists(hold)) {
				Thread.sleep(LOOK_AGAIN_MILLIS);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	private Path hold(String orderId, Place place) {
		return this.directory.resolve(orderId + "." + place);
	}

	private Path note(String orderId, Place place) {
		return this.directory.resolve(orderId + "." + place + ".waiting");
	}

	/** Where a handler waits. */
	enum Place {

		/** Nothing has been done yet. */
		BEFORE_EFFECT,

		/** The effect is in the database, and nothing is committed. */
		AFTER_EFFECT

	}

}
