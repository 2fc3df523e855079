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

package io.github.wechatpay4j.samples.cluster.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A program in a JVM of its own, with the class path of this one. It can be ended, hard
 * or softly, and started again; what it prints is kept.
 */
public final class JavaProcess implements AutoCloseable {

	private static final int PATIENCE_SECONDS = 40;

	private final List<String> command;

	private final Map<String, String> environment = new HashMap<>();

	private final Path log;

	private Process process;

	/**
	 * Prepares a program.
	 * @param directory where its arguments and its output go
	 * @param name names them
	 * @param mainClass what to run
	 * @param options options of the JVM
	 * @param arguments arguments of the program
	 */
	public JavaProcess(Path directory, String name, String mainClass, List<String> options, List<String> arguments) {
		List<String> all = new ArrayList<>(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
		all.addAll(options);
		all.addAll(List.of("-cp", System.getProperty("java.class.path"), mainClass));
		all.addAll(arguments);
		Path file = directory.resolve(name + ".args");
		try {
			// Class paths are longer than some systems let a command be
			Files.write(file, all.stream().map((each) -> "\"" + each.replace("\\", "\\\\") + "\"").toList());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.command = List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "@" + file);
		this.log = directory.resolve(name + ".log");
	}

	/** Sets a variable of its environment. */
	public JavaProcess with(String variable, String value) {
		this.environment.put(variable, value);
		return this;
	}

	/** Starts it and does not wait. */
	public JavaProcess start() {
		try {
			ProcessBuilder builder = new ProcessBuilder(this.command).redirectErrorStream(true)
				.redirectOutput(ProcessBuilder.Redirect.appendTo(this.log.toFile()));
			builder.environment().putAll(this.environment);
			this.process = builder.start();
			return this;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Ends it as {@code kill -9} does: it cannot do anything about it. */
	public void kill() {
		this.process.destroyForcibly();
		await();
	}

	/** Waits for its end. */
	public int await() {
		try {
			if (!this.process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
				this.process.destroyForcibly();
				throw new IllegalStateException("It does not end: " + this);
			}
			return this.process.exitValue();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	/** Completes when it ends. */
	public CompletableFuture<Process> onExit() {
		return this.process.onExit();
	}

	public boolean isAlive() {
		return this.process != null && this.process.isAlive();
	}

	/** The processes that it has started. */
	public List<ProcessHandle> children() {
		return this.process.children().toList();
	}

	public long pid() {
		return this.process.pid();
	}

	/** All that it has printed. */
	public String output() {
		try {
			return Files.exists(this.log) ? Files.readString(this.log) : "";
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Asks it to end, and waits. */
	@Override
	public void close() {
		if (isAlive()) {
			this.process.destroy();
			await();
		}
	}

	@Override
	public String toString() {
		return this.log.getFileName() + " (process " + ((this.process != null) ? this.process.pid() : 0) + ")";
	}

}
