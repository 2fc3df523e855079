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

package io.github.wechatpay4j.operation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;

import io.github.wechatpay4j.Printable;
import io.github.wechatpay4j.SendableText;

import org.springframework.core.io.Resource;

/**
 * A file to upload: an image or a video of a few megabytes at most, held in memory
 * because its SHA-256 is signed before the first byte is sent. The array is not copied:
 * the caller leaves it unchanged.
 *
 * @see <a href="https://pay.weixin.qq.com/doc/v3/partner/4012760490">Upload an image</a>
 */
public final class UploadFile {

	/**
	 * How many bytes are read at most, 20 MiB: more than any operation takes. The
	 * platform has smaller limits, such as 2 MB for an image.
	 */
	public static final int MAX_SIZE = 20 * 1024 * 1024;

	private final String filename;

	private final byte[] content;

	/**
	 * Creates a file to upload.
	 * @param filename its name; the suffix tells the platform the type
	 * @param content its bytes
	 * @throws IllegalArgumentException if the name or the content is empty, or the name
	 * holds a quote, a backslash or a control character
	 */
	public UploadFile(String filename, byte[] content) {
		this.filename = Objects.requireNonNull(filename, "filename");
		this.content = Objects.requireNonNull(content, "content");
		if (filename.isBlank()) {
			throw new IllegalArgumentException("filename must not be empty");
		}
		if (IntStream.range(0, filename.length()).anyMatch((i) -> isUnsafe(filename, i))) {
			throw new IllegalArgumentException(
					"filename must not contain quotes, backslashes, control characters, line separators or halves of characters");
		}
		if (content.length == 0) {
			throw new IllegalArgumentException("content of '" + Printable.text(filename) + "' must not be empty");
		}
	}

	/**
	 * Reads a resource, such as one of the class path or a part of a form.
	 * @param resource the file, under the name that it has
	 * @return the file to upload
	 * @throws IllegalArgumentException if the resource has no name or holds more than
	 * {@link #MAX_SIZE} bytes, and as the constructor
	 * @throws UncheckedIOException if it cannot be read
	 */
	public static UploadFile of(Resource resource) {
		String filename = resource.getFilename();
		if (filename == null) {
			throw new IllegalArgumentException(
					resource.getDescription() + " has no filename: use UploadFile.read(filename, stream)");
		}
		try (InputStream content = resource.getInputStream()) {
			return read(filename, content);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Reads a file.
	 * @param file the file, under the name that it has
	 * @return the file to upload
	 * @throws IllegalArgumentException if the path has no name or the file holds more
	 * than {@link #MAX_SIZE} bytes, and as the constructor
	 * @throws UncheckedIOException if it cannot be read
	 */
	public static UploadFile of(Path file) {
		Path filename = file.getFileName();
		if (filename == null) {
			throw new IllegalArgumentException("'" + Printable.text(file) + "' has no filename: it is not a file");
		}
		try (InputStream content = Files.newInputStream(file)) {
			return read(filename.toString(), content);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Reads a stream to its end.
	 * @param filename the file's name; the suffix tells the platform the type
	 * @param content its bytes; the stream is not closed
	 * @return the file to upload
	 * @throws IllegalArgumentException if there are more than {@link #MAX_SIZE} bytes, of
	 * which no more are read then, and as the constructor
	 * @throws UncheckedIOException if it cannot be read
	 */
	public static UploadFile read(String filename, InputStream content) {
		return read(filename, content, MAX_SIZE);
	}

	/**
	 * Reads a stream to its end, with the limit of an operation.
	 * @param filename the file's name; the suffix tells the platform the type
	 * @param content its bytes; the stream is not closed
	 * @param limit how many bytes there may be
	 * @return the file to upload
	 * @throws IllegalArgumentException if there are more bytes than that, of which no
	 * more are read then, and as the constructor
	 * @throws UncheckedIOException if it cannot be read
	 */
	public static UploadFile read(String filename, InputStream content, int limit) {
		try {
			byte[] bytes = content.readNBytes(limit);
			if (bytes.length == limit && content.read() >= 0) {
				throw new IllegalArgumentException("'" + Printable.text(filename)
						+ "' is too large to upload: it holds more than " + limit + " bytes");
			}
			return new UploadFile(filename, bytes);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * The file's name.
	 * @return the name
	 */
	public String filename() {
		return this.filename;
	}

	/**
	 * The file's bytes.
	 * @return the bytes
	 */
	public byte[] content() {
		return this.content;
	}

	/**
	 * The media type that follows from the suffix.
	 * @return a media type, {@code application/octet-stream} for an unknown suffix
	 */
	public String contentType() {
		String suffix = this.filename.substring(this.filename.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
		return switch (suffix) {
			case "jpg", "jpeg" -> "image/jpeg";
			case "png" -> "image/png";
			case "bmp" -> "image/bmp";
			case "gif" -> "image/gif";
			case "mp4" -> "video/mp4";
			case "avi" -> "video/x-msvideo";
			case "wmv" -> "video/x-ms-wmv";
			case "mpeg" -> "video/mpeg";
			case "mov" -> "video/quicktime";
			case "mkv" -> "video/x-matroska";
			case "flv" -> "video/x-flv";
			case "f4v" -> "video/x-f4v";
			case "m4v" -> "video/x-m4v";
			case "rmvb" -> "application/vnd.rn-realmedia-vbr";
			default -> "application/octet-stream";
		};
	}

	/** Whether a character could break the multipart form, or has no encoding. */
	private static boolean isUnsafe(String filename, int index) {
		char c = filename.charAt(index);
		return c == '"' || c == '\\' || Character.isISOControl(c) || c == '\u2028' || c == '\u2029'
				|| SendableText.isLone(filename, index);
	}

	@Override
	public String toString() {
		return "UploadFile[" + Printable.text(this.filename) + ", " + this.content.length + " bytes]";
	}

}
