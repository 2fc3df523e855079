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
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import io.github.wechatpay4j.codegen.description.DescriptionException;

/**
 * The names that were given once, in a file beside the description: what a program has
 * been compiled against must not be called otherwise by the next version. Names are added
 * to the file, never changed.
 */
public final class NameLock {

	private static final String SEPARATOR = " = ";

	private final Path file;

	private final Map<String, Integer> lines = new TreeMap<>();

	private final SortedMap<String, String> locked = new TreeMap<>();

	private final SortedMap<String, String> present = new TreeMap<>();

	private NameLock(Path file) {
		this.file = file;
	}

	/**
	 * Reads the names given so far.
	 * @param file the lock file; none is the same as an empty one
	 * @return the lock
	 */
	public static NameLock read(Path file) {
		NameLock lock = new NameLock(file);
		try {
			List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
			for (int i = 0; i < lines.size(); i++) {
				lock.add(lines.get(i), i + 1);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return lock;
	}

	private void add(String line, int number) {
		int at = line.lastIndexOf(SEPARATOR);
		if (at < 0) {
			throw new DescriptionException(name(), number, "not of the form 'what it is in the protocol = Java name'");
		}
		this.locked.put(line.substring(0, at), line.substring(at + SEPARATOR.length()));
		this.lines.put(line.substring(0, at), number);
	}

	/**
	 * Takes note of a name that is about to be given.
	 * @param thing what it is in the protocol
	 * @param javaName how it is called in Java, with its type
	 * @throws DescriptionException if it has been called otherwise before
	 */
	public void give(String thing, String javaName) {
		String before = this.locked.getOrDefault(thing, this.present.get(thing));
		if (before != null && !before.equals(javaName)) {
			throw new DescriptionException(name(), line(thing),
					"'" + thing + "' is '" + before + "' but would become '" + javaName
							+ "': programs that use it would break. Change the description back,"
							+ " or delete this line if the break is meant");
		}
		this.present.put(thing, javaName);
	}

	/**
	 * The text of the file with the names that were given now.
	 * @return the lines, sorted
	 * @throws DescriptionException if a name given before is no longer needed
	 */
	public String text() {
		for (String thing : this.locked.keySet()) {
			if (!this.present.containsKey(thing)) {
				throw new DescriptionException(name(), line(thing),
						"'" + thing + "' is no longer described: programs that use it would break."
								+ " Describe it again, or delete this line if the break is meant");
			}
		}
		StringBuilder text = new StringBuilder();
		this.present.forEach((thing, name) -> text.append(thing).append(SEPARATOR).append(name).append('\n'));
		return text.toString();
	}

	private String name() {
		return String.valueOf(this.file.getFileName());
	}

	private int line(String thing) {
		return this.lines.getOrDefault(thing, 1);
	}

}
