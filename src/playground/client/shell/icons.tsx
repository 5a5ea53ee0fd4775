// Every icon of the page: drawn by lines in the colour of the text around it, silent to screen
// readers (the button says what it does).
const drawn =
  (...paths: string[]) =>
  ({ size = 20 }: { size?: number }) => (
    <svg
      class="icon"
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-width="1.9"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {paths.map((path) => (
        <path key={path} d={path} />
      ))}
    </svg>
  );

const CIRCLE = "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Z";
const SHEET = "M14 3H7a2 2 0 0 0-2 2v14a2 2 0 0 0 2 2h10a2 2 0 0 0 2-2V8Z";

export const SendIcon = drawn(
  "M4.5 12 3.6 4.4a.6.6 0 0 1 .85-.6L21 12 4.45 20.2a.6.6 0 0 1-.85-.6Z",
  "M4.5 12H12",
);
export const AttachIcon = drawn(
  "m20.5 11.4-8.3 8.3a5.3 5.3 0 0 1-7.5-7.5l8.7-8.7a3.5 3.5 0 0 1 5 5l-8.4 8.4a1.8 1.8 0 0 1-2.5-2.5l7.6-7.7",
);
export const BackIcon = drawn("m14.5 5-7 7 7 7");
export const ForthIcon = drawn("m9.5 5 7 7-7 7");
export const CloseIcon = drawn("m6 6 12 12", "M18 6 6 18");
export const BesideIcon = drawn(
  "M5 4.5h14a1.5 1.5 0 0 1 1.5 1.5v12a1.5 1.5 0 0 1-1.5 1.5H5A1.5 1.5 0 0 1 3.5 18V6A1.5 1.5 0 0 1 5 4.5Z",
  "M12 4.5v15",
  "M16.3 9.8v4.4",
  "M14.1 12h4.4",
);
export const MenuIcon = drawn("M4.5 7h15", "M4.5 12h15", "M4.5 17h15");
export const MoreIcon = drawn(
  "M12 4.7a.5.5 0 1 0 0 1 .5.5 0 0 0 0-1Z",
  "M12 11.5a.5.5 0 1 0 0 1 .5.5 0 0 0 0-1Z",
  "M12 18.3a.5.5 0 1 0 0 1 .5.5 0 0 0 0-1Z",
);
export const ClockIcon = drawn(CIRCLE, "M12 7.5V12l3 2");
export const GlassIcon = drawn(
  "M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13Z",
  "m20 20-4.9-4.9",
  "m9.2 8.7-1.7 1.8 1.7 1.8",
  "m11.8 8.7 1.7 1.8-1.7 1.8",
);
export const TourIcon = drawn(CIRCLE, "m15.7 8.3-2 5.4-5.4 2 2-5.4Z");
export const SunIcon = drawn(
  "M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8Z",
  "M12 2.5v2",
  "M12 19.5v2",
  "m5.3 5.3 1.4 1.4",
  "m17.3 17.3 1.4 1.4",
  "M2.5 12h2",
  "M19.5 12h2",
  "m5.3 18.7 1.4-1.4",
  "m17.3 6.7 1.4-1.4",
);
export const MoonIcon = drawn("M20 14.2A8.3 8.3 0 0 1 9.8 4a8.3 8.3 0 1 0 10.2 10.2Z");
export const SystemIcon = drawn(
  "M4.5 5h15A1.5 1.5 0 0 1 21 6.5v9a1.5 1.5 0 0 1-1.5 1.5h-15A1.5 1.5 0 0 1 3 15.5v-9A1.5 1.5 0 0 1 4.5 5Z",
  "M9 20.5h6",
  "M12 17v3.5",
);
export const GlobeIcon = drawn(
  CIRCLE,
  "M3.3 9.5h17.4",
  "M3.3 14.5h17.4",
  "M12 3c-5 5.5-5 12.5 0 18",
  "M12 3c5 5.5 5 12.5 0 18",
);
export const ResetIcon = drawn("M4 4.5v5h5", "M4.6 9.5A8 8 0 1 1 4 13.5");
export const CheckIcon = drawn("m5 12.5 4.7 4.7L19.5 7");
export const FileIcon = drawn(SHEET, "M14 3v5h5", "M8.5 13h7", "M8.5 16.5h4.5");
export const PhotoIcon = drawn(
  "M5 4.5h14A1.5 1.5 0 0 1 20.5 6v12a1.5 1.5 0 0 1-1.5 1.5H5A1.5 1.5 0 0 1 3.5 18V6A1.5 1.5 0 0 1 5 4.5Z",
  "M8.7 8.2a1.3 1.3 0 1 0 0 2.6 1.3 1.3 0 0 0 0-2.6Z",
  "m4.5 17.5 5-5 3.5 3.5 2.5-2.5 4.5 4.5",
);
export const DownIcon = drawn("m5.5 9 6.5 6.5L18.5 9");
export const DownloadIcon = drawn("M12 4v11", "m7.5 11 4.5 4.5 4.5-4.5", "M5 20h14");
export const ReplyIcon = drawn("M9.5 6 4 11.5 9.5 17", "M4.5 11.5h9a6 6 0 0 1 6 6v.5");
export const ForwardIcon = drawn("M14.5 6 20 11.5 14.5 17", "M19.5 11.5h-9a6 6 0 0 0-6 6v.5");
export const EditIcon = drawn("m14.5 5.5 4 4L8.5 19.5l-4.7.7.7-4.7Z", "m12.5 7.5 4 4");
export const CopyIcon = drawn(
  "M10 8.5h8A1.5 1.5 0 0 1 19.5 10v9a1.5 1.5 0 0 1-1.5 1.5h-8A1.5 1.5 0 0 1 8.5 19v-9A1.5 1.5 0 0 1 10 8.5Z",
  "M5.5 15.5A1.5 1.5 0 0 1 4.5 14V5A1.5 1.5 0 0 1 6 3.5h8a1.5 1.5 0 0 1 1.5 1",
);
export const SearchIcon = drawn("M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13Z", "m20 20-4.9-4.9");
export const PeopleIcon = drawn(
  "M9 4.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7Z",
  "M2.8 19.5c.3-3.4 2.9-5.5 6.2-5.5s5.9 2.1 6.2 5.5",
  "M15.5 5a3.3 3.3 0 0 1 0 6.2",
  "M18 14.5c1.9.8 3 2.6 3.2 5",
);
export const PinIcon = drawn("M9 4h6", "M10 4v5.5L7 13.5h10L14 9.5V4", "M12 13.5V20");
export const KeysIcon = drawn(
  "M4.5 6.5h15A1.5 1.5 0 0 1 21 8v8a1.5 1.5 0 0 1-1.5 1.5h-15A1.5 1.5 0 0 1 3 16V8a1.5 1.5 0 0 1 1.5-1.5Z",
  "M7 10.5h.01",
  "M10.3 10.5h.01",
  "M13.7 10.5h.01",
  "M17 10.5h.01",
  "M8 14h8",
);
export const WarnIcon = drawn("M12 4 2.8 19.5h18.4Z", "M12 10v4.5", "M12 17.2h.01");
